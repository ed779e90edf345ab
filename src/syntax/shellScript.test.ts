import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  indentLines,
  printShellAssignment,
  printShellCall,
  printShellFunction,
  quoteShellText,
} from './shellScript';

const run = (script: string): readonly string[] => {
  const { stdout, stderr, status } = spawnSync('sh', ['-s'], {
    input: script,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
};

const texts = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'ab \'"\\$`!~=*?[]{}()<>|&;#%-\u00e9\u2028'.split('')) }),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((text) => !text.includes('\0'));

test('sh reads 10,000 words as they were written', () => {
  const words = fc.sample(texts, 10_000);
  const script = words.map((word) => `printf '%s\\0' ${quoteShellText(word)}`).join('\n');
  expect(run(script)).toEqual(words);
});

test('sh keeps what a function is given', () => {
  const words = fc.sample(texts, 1_000);
  const script = words.map((word, index) =>
    [
      printShellAssignment('text', word),
      printShellFunction(`call_${index}`, [
        printShellCall('show', [word], {
          program: 'aws',
          subcommand: ['x'],
          options: [{ flag: '--y', values: [word, { variable: 'text' }] }],
        }),
      ]),
      `call_${index}`,
    ].join('\n'),
  );
  const expected = words.flatMap((word) => [word, 'aws', 'x', '--y', word, word]);
  expect(run(`show() { printf '%s\\0' "$@"; }\n${script.join('\n')}`)).toEqual(expected);
});

test.each([
  ["it's", `"it's"`],
  ["Key != 'a'", `"Key != 'a'"`],
  ["'$x'", String.raw`''\''$x'\'''`],
  ['plain', 'plain'],
])('%s is printed as %s', (text, printed) => {
  expect(quoteShellText(text)).toBe(printed);
});

test('a line separator within a line does not start one', () => {
  expect(indentLines('a\u2028b\n\nc')).toBe('  a\u2028b\n\n  c');
});

test('names that are none are refused', () => {
  expect(() => printShellAssignment('a b', '')).toThrow(RangeError);
  expect(() => printShellFunction('a; id', [])).toThrow(RangeError);
});
