import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRanges, lineChanges } from './lineChanges';
import { movePosition, replaceText } from './replaceText';
import { applyTextEdits } from './textOffsets';

const text = fc
  .array(fc.constantFrom('', 'a', 'b', 'c', '  "Sid": "x"'), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('the edits of replaceText', () => {
  it('give the next text', () => {
    fc.assert(
      fc.property(text, text, (previous, next) => {
        expect(applyTextEdits(previous, replaceText(previous, next))).toBe(next);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leave the lines alone that both texts start and end with', () => {
    fc.assert(
      fc.property(text, text, (previous, next) => {
        const around = (middle: string) => `first\n${middle}\nlast`;
        const last = previous.split('\n').length + 2;
        for (const { range } of replaceText(around(previous), around(next))) {
          expect(range.startLine).toBeGreaterThan(1);
          // Removing lines ends at the first column of the next remaining line.
          expect(range.endLine < last || range.endColumn === 1).toBe(true);
          expect(range.endLine).toBeLessThanOrEqual(last);
        }
      }),
    );
  });

  it('are in order and apart', () => {
    fc.assert(
      fc.property(text, text, (previous, next) => {
        const edits = replaceText(previous, next);
        edits.slice(1).forEach(({ range }, index) => {
          const before = edits[index]?.range;
          const isAfter =
            range.startLine > (before?.endLine ?? 0) ||
            (range.startLine === before?.endLine && range.startColumn >= before.endColumn);
          expect(isAfter).toBe(true);
        });
      }),
    );
  });

  it('replace a changed line whole', () => {
    expect(replaceText('{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 12,\n  "b": 2\n}')).toEqual([
      { range: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 10 }, text: '  "a": 12,' },
    ]);
  });

  it('leave the lines between two changes alone', () => {
    expect(replaceText('a\nb\nc', 'x\nb\ny').map((edit) => edit.text)).toEqual(['x', 'y']);
  });

  it('of equal texts are none', () => {
    expect(replaceText('a\nb', 'a\nb')).toEqual([]);
  });
});

it('a cursor stays in its line of text when lines are added and taken out above it', () => {
  const lines = ['one', 'two', 'three', 'four'];
  const next = ['zero', 'one', 'three', 'four', 'five'];
  const edits = replaceText(lines.join('\n'), next.join('\n'));
  for (const kept of ['one', 'three', 'four']) {
    const moved = movePosition({ line: lines.indexOf(kept) + 1, column: 2 }, edits);
    expect(moved).toEqual({ line: next.indexOf(kept) + 1, column: 2 });
  }
});

it('a large rewritten middle is one change', () => {
  const many = (word: string) => Array.from({ length: 500 }, (_, index) => `${word} ${index}`);
  expect(lineChanges(['a', ...many('x'), 'z'], ['a', ...many('y'), 'z'])).toHaveLength(1);
});

it('only the new part of a changed line counts as changed', () => {
  expect(changedRanges('"Account": "111"', '"Account": "1112"')).toEqual([
    { startLine: 1, startColumn: 16, endLine: 1, endColumn: 17 },
  ]);
  expect(changedRanges('a\nb', 'a\nnew\nb')).toEqual([
    { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
  ]);
  expect(changedRanges('abc', 'ac')).toEqual([]);
});
