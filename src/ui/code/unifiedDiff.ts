import { lineChanges } from './lineChanges';

export interface DiffLine {
  readonly sign: ' ' | '-' | '+' | '@';
  readonly text: string;
}

const context = 3;

/** The changed lines with three lines around them, as `diff -u` shows them; empty when nothing differs. */
export function unifiedDiff(original: string, modified: string): readonly DiffLine[] {
  const before = original.split('\n');
  const changes = lineChanges(before, modified.split('\n'));
  const result: DiffLine[] = [];
  let shownTo = 0;
  const keep = (from: number, to: number) => {
    for (const text of before.slice(Math.max(from, shownTo), to)) result.push({ sign: ' ', text });
    shownTo = Math.max(shownTo, to);
  };
  changes.forEach((change, index) => {
    const from = change.start - context;
    const end = change.start + change.removed;
    if (index === 0 || from > shownTo) {
      const line = Math.max(from, shownTo) + 1;
      result.push({ sign: '@', text: `Line ${line}` });
    }
    keep(from, change.start);
    for (const text of before.slice(change.start, end)) result.push({ sign: '-', text });
    for (const text of change.inserted) result.push({ sign: '+', text });
    shownTo = end;
    const next = changes[index + 1];
    keep(end, Math.min(end + context, next?.start ?? before.length));
  });
  return result;
}
