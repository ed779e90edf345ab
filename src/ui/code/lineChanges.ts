import type { EditorRange } from './textRange';

/** Lines `start … start + removed - 1` (from 0) of the previous text become `inserted`. */
export interface LineChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: readonly string[];
  /** Where the inserted lines stand in the next text, from 0. */
  readonly nextStart: number;
}

/** With more comparisons than this, all lines between the common ends count as one change. */
const mostComparisons = 160_000;

/** The changed lines in order, adjacent ones as one change. */
export function lineChanges(
  previous: readonly string[],
  next: readonly string[],
): readonly LineChange[] {
  let head = 0;
  const shorter = Math.min(previous.length, next.length);
  while (head < shorter && previous[head] === next[head]) head++;
  let tail = 0;
  while (tail < shorter - head && previous.at(-1 - tail) === next.at(-1 - tail)) tail++;

  const before = previous.slice(head, previous.length - tail);
  const after = next.slice(head, next.length - tail);
  if (before.length === 0 && after.length === 0) return [];
  const kept =
    before.length * after.length > mostComparisons ? [] : longestCommonLines(before, after);
  return gapsBetween(kept, before, after).map((change) => ({
    ...change,
    start: change.start + head,
    nextStart: change.nextStart + head,
  }));
}

/** Index pairs of the longest common subsequence. */
function longestCommonLines(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function gapsBetween(
  kept: readonly (readonly [number, number])[],
  before: readonly string[],
  after: readonly string[],
): readonly LineChange[] {
  const changes: LineChange[] = [];
  let start = 0;
  let nextStart = 0;
  for (const [row, column] of [...kept, [before.length, after.length] as const]) {
    if (row > start || column > nextStart) {
      const inserted = after.slice(nextStart, column);
      changes.push({ start, removed: row - start, inserted, nextStart });
    }
    start = row + 1;
    nextStart = column + 1;
  }
  return changes;
}

/** The ranges that are new in the next text: the differing part of a changed line, the whole of an added one. */
export function changedRanges(previousText: string, nextText: string): readonly EditorRange[] {
  const previous = previousText.split('\n');
  return lineChanges(previous, nextText.split('\n')).flatMap((change) =>
    change.inserted.flatMap((line, index) => {
      const old =
        change.removed === change.inserted.length ? (previous[change.start + index] ?? '') : '';
      const [startColumn, endColumn] = differingPart(old, line);
      const number = change.nextStart + index + 1;
      return endColumn > startColumn
        ? [{ startLine: number, startColumn, endLine: number, endColumn }]
        : [];
    }),
  );
}

/** The columns, from 1, of the part of `next` that differs; empty if text was only removed. */
function differingPart(previous: string, next: string): readonly [number, number] {
  let head = 0;
  const shorter = Math.min(previous.length, next.length);
  while (head < shorter && previous[head] === next[head]) head++;
  let tail = 0;
  while (tail < shorter - head && previous.at(-1 - tail) === next.at(-1 - tail)) tail++;
  return [head + 1, next.length - tail + 1];
}
