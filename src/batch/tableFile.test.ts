import { expect, test } from 'vitest';
import { exampleRows } from './batch.testing';
import type { BatchRow } from './batchRow';
import { readBatch } from './readRows';
import { tableFile } from './tableFile';

const contents = (rows: readonly BatchRow[]) =>
  rows.map(({ name, texts, others, identityType }) => ({ name, texts, others, identityType }));

const plain = exampleRows(2, 2).map((row) => ({ ...row, name: 'Help, "desk"' }));

test.each([
  ['CSV', plain],
  [
    'JSON',
    plain.map((row, index) =>
      index === 1 ? { ...row, others: { tags: [{ key: 'team', value: 'chat' }] } } : row,
    ),
  ],
])('a table that is saved as %s is read back whole', (kind, rows) => {
  const file = tableFile(rows);
  expect(file.kind).toBe(kind);
  const { rows: back, remarks } = readBatch(file.print());
  expect(contents(back)).toEqual(contents(rows));
  expect(remarks).toEqual([]);
});
