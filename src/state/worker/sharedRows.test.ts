import { expect, test } from 'vitest';
import { exampleRows } from '@/batch/batch.testing';
import type { BatchRow } from '@/batch/batchRow';
import { RowReceiver, RowSender } from './sharedRows';

/** The rows that had to be copied, and what the worker has in the end. */
function send(
  sender: RowSender,
  keeper: RowReceiver,
  rows: readonly BatchRow[],
  isAll = true,
): { readonly copied: number; readonly taken: readonly BatchRow[] } {
  let copied = 0;
  for (const piece of sender.pieces(rows)) {
    expect(piece.rows.length).toBeLessThanOrEqual(1_000);
    copied += piece.rows.length;
    keeper.takePiece(structuredClone(piece));
  }
  return { copied, taken: keeper.take(structuredClone(sender.pack(rows, isAll))) };
}

const rows = exampleRows(5, 500);
const [first, ...others] = rows;
if (first === undefined) throw new Error('There are rows');

test('a row is copied once, and is the same object for the worker afterwards', () => {
  const [sender, keeper] = [new RowSender(), new RowReceiver()];
  const before = send(sender, keeper, rows);
  expect(before).toEqual({ copied: 2_500, taken: rows });
  const edited = [...others, { ...first, name: 'Edited' }];
  const after = send(sender, keeper, edited);
  expect(after).toEqual({ copied: 1, taken: edited });
  expect(after.taken[0]).toBe(before.taken[1]);
});

test('rows that left the table are forgotten, but not for an archive of the selected ones', () => {
  const [sender, keeper] = [new RowSender(), new RowReceiver()];
  send(sender, keeper, rows);
  expect(send(sender, keeper, [first], false)).toEqual({ copied: 0, taken: [first] });
  expect(send(sender, keeper, rows).copied).toBe(0);
  const known = sender.pack([first], false);
  expect(send(sender, keeper, [])).toEqual({ copied: 0, taken: [] });
  expect(() => keeper.take(known)).toThrow(RangeError);
  expect(send(sender, keeper, [first]).copied).toBe(1);
});

test('rows whose sending was cancelled are sent again', () => {
  const [sender, keeper] = [new RowSender(), new RowReceiver()];
  for (const piece of sender.pieces(rows)) {
    keeper.takePiece(piece);
    break;
  }
  expect(send(sender, keeper, rows)).toEqual({ copied: 2_500, taken: rows });
});
