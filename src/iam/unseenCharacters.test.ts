import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointName, showUnseen, unseenCharacters, withoutUnseen } from './unseenCharacters';

const kindsIn = (text: string) => unseenCharacters(text).map(({ kind }) => kind);

describe('what cannot be seen', () => {
  test.each([
    ['a right-to-left override in an account', '4444\u202E5555', ['direction']],
    ['isolates', '\u2067a\u2069', ['direction', 'direction']],
    ['an Arabic letter mark', 'a\u061C', ['direction']],
    ['zero width', 'a\u200Bb\u200Cc\u200Dd\uFEFF', Array(4).fill('invisible')],
    ['a soft hyphen', 'a\u00ADb', ['invisible']],
    ['Hangul fillers and variation selectors', '\u3164\u115Fa\uFE0F', Array(3).fill('invisible')],
    ['tag characters', 'a\u{E0041}', ['invisible']],
    ['half a pair', 'a\uD800', ['invisible']],
    ['NUL, escape, NEL', '\0\u001B\u0085', Array(3).fill('control')],
    ['line separators', 'a\u2028b\u2029c', Array(2).fill('control')],
    ['full width digits', '４４', Array(2).fill('look-alike')],
    ['a space that is none', 'a\u00A0b', ['look-alike']],
    ['a Cyrillic letter in a Latin word', 'bаckend', ['look-alike']],
    ['a word of twins alone', 'сор', Array(3).fill('look-alike')],
    ['a Greek letter in a name', 'Οwner1', ['look-alike']],
  ])('%s', (_, text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test.each([
    'Königsstraße 5',
    'отдел продаж',
    'Ομάδα',
    'チーム',
    'مرحبا',
    'a\tb\r\nc',
    '{ "Version": "2012-10-17" }',
    'naïve café',
  ])('but not in %j', (text) => {
    expect(unseenCharacters(text)).toEqual([]);
    expect(withoutUnseen(text)).toBe(text);
  });

  test('is named where it stands', () => {
    expect(unseenCharacters('👍4\u202E5')).toEqual([
      { index: 3, character: '\u202E', kind: 'direction' },
    ]);
    expect(showUnseen('4444\u202E5555\u{E0041}')).toBe('4444⟨U+202E⟩5555⟨U+E0041⟩');
    expect(codePointName('a')).toBe('U+0061');
  });

  test('is gone once it was taken out, and nothing else is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = withoutUnseen(text);
        expect(kindsIn(cleaned).filter((kind) => kind !== 'look-alike')).toEqual([]);
        expect(text.replaceAll(/[^ -~]/gu, '')).toBe(cleaned.replaceAll(/[^ -~]/gu, ''));
        expect(withoutUnseen(cleaned)).toBe(cleaned);
      }),
    );
  });
});
