import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { TextLines } from './textLines';

test.each([
  ['', 0, 1, 1],
  ['ab', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 2, 1, 3],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['\t😀b', 3, 1, 4],
  ['a\n', 99, 2, 1],
  ['ab', -1, 1, 1],
])('in %j offset %i is line %i, column %i', (text, offset, line, column) => {
  expect(new TextLines(text).at(offset)).toEqual({ line, column });
});

test('agrees with a split into lines', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', '\t', '😀') });
  fc.assert(
    fc.property(texts, fc.nat(30), (text, offset) => {
      const before = text.slice(0, offset);
      fc.pre(!(before.endsWith('\r') && text[offset] === '\n'));
      const lines = before.split(/\r\n|\r|\n/);
      expect(new TextLines(text).at(offset)).toEqual({
        line: lines.length,
        column: (lines.at(-1) ?? '').length + 1,
      });
    }),
    { numRuns: runs(2_000, 10_000) },
  );
});
