import { expect, test } from 'vitest';
import { hostileRole, hostileTexts } from '../documents/hostileDocuments.testing';
import { publishedPolicies } from '../qbusiness/publishedPolicies';
import { run } from './run.testing';

/** Of all that a document may hold; `src/documents` tries the rest. */
const forTerminals = hostileTexts.filter((text) => text.length < 100 && /[^ -~]/.test(text));

/** What a terminal obeys or hides, but for the line feed. */
const obeyed = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\u2028\u2029]/u;

test.each([
  ['audit', '-'],
  ['audit', '-', '--json'],
  ['audit', '-', '--sarif'],
  ['access', '-'],
  ['access', '-', '--table'],
  ['access', '-', '--json'],
  ['compare', '-', 'LICENSE'],
  ['compare', '-', 'LICENSE', '--json'],
])('%s %s %s prints nothing that a terminal obeys, whatever a document says', (...args) => {
  const { out, err } = run(args, hostileRole(forTerminals.join('')));
  expect(out + err).not.toMatch(obeyed);
  expect(out + err).not.toMatch(/^file\.json:1:1: error: forged/m);
});

test('nor does it obey a name of a file or of a value', () => {
  const name = 'a\u001B[2J\u202Eb.json';
  for (const args of [
    ['audit', name],
    ['generate', '--request', name],
    ['generate', `--${name}`],
    [name],
    ['audit', '-', `--level=${name}`],
  ]) {
    const { out, err } = run(args, publishedPolicies[0]?.text);
    expect(err).toContain('⟨U+001B⟩');
    expect(out + err).not.toMatch(obeyed);
  }
  const { out } = run(['generate', '--request', '-', '--json'], `{"region\u001b": 1}`);
  expect(out).not.toMatch(obeyed);
});

test('colours are the only escapes', () => {
  const { out } = run(['audit', '-'], hostileRole('a\u001B[2J'), true);
  expect(out.replaceAll(/\u001B\[\d{1,2}m/g, '')).not.toMatch(obeyed);
});
