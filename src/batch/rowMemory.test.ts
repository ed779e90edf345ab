import { expect, test } from 'vitest';
import { runToEnd } from '../iam/runToEnd';
import { exampleRows, sharedForm } from './batch.testing';
import type { BatchRow } from './batchRow';
import { judgeBatch } from './judgeRows';
import { RowMemory } from './rowMemory';
import { archiveSteps, verdictSteps, type BatchInput } from './tasks';

const rows = exampleRows(2, 3);
const [first, second] = rows;
if (first === undefined || second === undefined) throw new Error('There are rows');

const verdict = (memory: RowMemory, input: BatchInput) => runToEnd(verdictSteps(input, memory));
const archive = (memory: RowMemory, input: BatchInput) => runToEnd(archiveSteps(input, memory));

test('a row is judged once over one form, and again over another', () => {
  const memory = new RowMemory();
  const judge = memory.judgeOver(sharedForm);
  expect(memory.judgeOver({ ...sharedForm })(first)).toBe(judge(first));
  const other = memory.judgeOver({ ...sharedForm, description: 'Other' })(first);
  expect(other.values.description).toBe('Other');
  expect(memory.judgeOver(sharedForm)(first).values.description).toBe('');
  expect(judge({ ...first })).not.toBe(judge(first));
});

test('what collides is found anew, whatever is remembered', () => {
  const memory = new RowMemory();
  const twice: readonly BatchRow[] = [first, { ...second, texts: first.texts }];
  for (const list of [rows, twice, [first], twice.toReversed(), rows]) {
    const { counts, accounts } = judgeBatch(list, sharedForm);
    expect(verdict(memory, { rows: list, shared: sharedForm })).toMatchObject({
      counts,
      accounts,
    });
  }
});

test('the answer to the same rows is remembered as a whole, until rows or form are others', () => {
  const memory = new RowMemory();
  const judge = (list: readonly BatchRow[], form = sharedForm) =>
    runToEnd(memory.judge(list, form));
  const before = judge(rows);
  expect(judge([...rows])).toBe(before);
  expect(judge(rows.toReversed())).not.toBe(before);
  const other = judge(rows, { ...sharedForm, description: 'Other' });
  expect(other.rows[0]?.values.description).toBe('Other');
  expect(judge([])).toMatchObject({ rows: [], counts: { rows: 0 } });
});

test('an archive of remembered rows has the bytes of one from nothing', () => {
  const memory = new RowMemory();
  verdict(memory, { rows, shared: { ...sharedForm, attachment: 'managed' } });
  verdict(memory, { rows, shared: sharedForm });
  const selected = { rows: rows.slice(1, 4), shared: sharedForm };
  expect(archive(memory, selected)).toEqual(archive(new RowMemory(), selected));
});
