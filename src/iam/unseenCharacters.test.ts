import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codePointName,
  cutText,
  escapeUnseen,
  showInLine,
  showUnseen,
  unseenCharacters,
  withoutUnseen,
} from './unseenCharacters';

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
    ['code points that are no characters', '\uFFFE\uFDD0\u{1FFFF}', Array(3).fill('invisible')],
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

  test('can be taken out, and nothing else is', () => {
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

describe('a line that names what a stranger wrote', () => {
  test('shows every character, and breaks nowhere', () => {
    expect(showInLine('a\r\nb\tc\u001B[31m\u202Ed')).toBe(
      'a⟨U+000D⟩⟨U+000A⟩b⟨U+0009⟩c⟨U+001B⟩[31m⟨U+202E⟩d',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = showInLine(text);
        expect(kindsIn(shown).filter((kind) => kind !== 'look-alike')).toEqual([]);
        expect(shown).not.toMatch(/[\t\r\n]/);
      }),
    );
  });

  test('keeps its words where one of them is endless, and is short whatever comes', () => {
    expect(showInLine(`The action ${'a'.repeat(1_000_000)} is unknown.`)).toBe(
      `The action ${'a'.repeat(300)}… is unknown.`,
    );
    expect(showInLine('ab '.repeat(1_000_000)).length).toBe(2_001);
    expect(showInLine('\u202E'.repeat(1_000_000)).length).toBeLessThan(20_000);
  });

  test('is never cut within a character', () => {
    expect(cutText('👍👍', 3)).toBe('👍');
    expect(cutText('👍👍', 2)).toBe('👍');
  });
});

test('JSON with unseen characters escaped says the same', () => {
  fc.assert(
    fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
      const value: unknown = [JSON.parse(json), text];
      const escaped = escapeUnseen(JSON.stringify(value, null, 2));
      expect(JSON.parse(escaped)).toEqual(value);
      expect(kindsIn(escaped).filter((kind) => kind !== 'look-alike')).toEqual([]);
    }),
  );
});
