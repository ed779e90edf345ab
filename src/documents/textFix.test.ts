import { expect, test } from 'vitest';
import { withoutOverlaps } from './textFix';

const edit = (start: number, end: number) => ({ start, end, text: '' });

test('of edits that overlap, the earlier list’s is kept; edits side by side do not overlap', () => {
  expect(
    withoutOverlaps([[edit(2, 4)], [edit(0, 2), edit(4, 6)], [edit(3, 5)], [edit(7, 8)]]),
  ).toEqual([edit(0, 2), edit(2, 4), edit(4, 6), edit(7, 8)]);
});
