import { expect, test } from 'vitest';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { listedValues, visibleText } from './listedValues';

test('every value that differs is listed under its label, what is refused with the reason', () => {
  const listed = listedValues({
    ...emptyFormValues,
    region: 'eu-west-1',
    accountId: '12',
    tags: [{ key: 'team', value: 'help' }],
    origins: [{ value: 'https://example.org' }],
  });
  expect(listed.map(({ label, text }) => [label, text])).toEqual([
    ['Region', 'eu-west-1'],
    ['Account ID', '12'],
    ['Allowed origin 1', 'https://example.org'],
    ['Key 1', 'team'],
    ['Value 1', 'help'],
  ]);
  expect(listed.filter(({ problem }) => problem !== undefined).map(({ path }) => path)).toEqual([
    'accountId',
  ]);
});

test('a text shows what cannot be seen, and does not fill the dialog', () => {
  expect(visibleText('a\u202Eb\u0000c\u2028d')).toBe('a⟨U+202E⟩b⟨U+0000⟩c⟨U+2028⟩d');
  expect(visibleText('x'.repeat(500))).toHaveLength(121);
});
