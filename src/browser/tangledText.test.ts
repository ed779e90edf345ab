import { expect, test } from 'vitest';
import { isTangled } from './tangledText';

const many = '['.repeat(6_000);

test.each([
  ['an override before brackets', `\u202E${many}`],
  ['a Hebrew letter behind them', `${many}\u05D0`],
  ['brackets within each other that are closed', `\u202E${many}${']'.repeat(6_000)}`],
  ['brackets that others close', `\u202E${'[)'.repeat(6_000)}`],
  ['brackets of another script', `\u202E${'「'.repeat(6_000)}`],
  ['one line among others', `{}\n\u202E${many}\n{}`],
])('%s are more than a browser shows at once', (_, text) => {
  expect(isTangled(text)).toBe(true);
});

test.each([
  ['brackets of a line in one direction', many],
  ['brackets that are closed one after the other', `\u05D0${'[({「」})]'.repeat(6_000)}`],
  ['brackets of many lines', `\u05D0${'[\n\u05D0'.repeat(6_000)}`],
  ['brackets of another line', `${many}\n\u05D0`],
  ['a name that runs from right to left', JSON.stringify({ name: '\u05D0'.repeat(6_000) })],
])('%s are shown', (_, text) => {
  expect(isTangled(text)).toBe(false);
});
