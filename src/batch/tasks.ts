import type { RoleFormValues } from '../qbusiness/form/formValues';
import { runToEnd } from '../iam/runToEnd';
import { batchArchive } from './batchArchive';
import type { BatchRow } from './batchRow';
import type { CellNote } from './cellNotes';
import type { AccountNote, BatchCounts, JudgedBatch } from './judgeRows';
import type { ReadBatch } from './readRows';
import type { RowMemory } from './rowMemory';

export interface BatchInput {
  readonly rows: readonly BatchRow[];
  /** What the rows share: the form. */
  readonly shared: RoleFormValues;
}

/** What is said of a row, without its plan: plain and small, since it comes from a worker. */
export interface RowVerdict {
  readonly id: string;
  readonly state: 'ready' | 'error' | 'left-out';
  readonly notes: readonly CellNote[];
  readonly leftOut?: string;
  /** The name of the role, typed or made; empty where the row is not ready. */
  readonly roleName: string;
}

export interface BatchVerdict {
  readonly rows: readonly RowVerdict[];
  readonly accounts: readonly AccountNote[];
  readonly counts: BatchCounts;
}

export interface BatchTaskInputs {
  readonly readBatch: { readonly text: string };
  readonly judgeBatch: BatchInput;
  readonly batchArchive: BatchInput;
}

export interface BatchTaskAnswers {
  readonly readBatch: ReadBatch;
  readonly judgeBatch: BatchVerdict;
}

export type BatchTask = {
  readonly [Kind in keyof BatchTaskInputs]: {
    readonly kind: Kind;
    readonly input: BatchTaskInputs[Kind];
  };
}[keyof BatchTaskInputs];

/**
 * What is said of each row, with a pause after each.
 *
 * @param memory of the tasks before
 */
export function* verdictSteps(
  { rows, shared }: BatchInput,
  memory: RowMemory,
): Generator<void, BatchVerdict> {
  return verdictOf(yield* memory.judge(rows, shared));
}

/**
 * A zip archive of all rows that are ready, in pieces that follow each other.
 *
 * @param memory of the tasks before
 */
export function archiveSteps(
  { rows, shared }: BatchInput,
  memory: RowMemory,
): Generator<void, readonly Uint8Array<ArrayBuffer>[]> {
  // The rows were judged before: none of these steps is worth a pause.
  return batchArchive(runToEnd(memory.judge(rows, shared)));
}

const verdictOf = ({ rows, accounts, counts }: JudgedBatch): BatchVerdict => ({
  rows: rows.map(({ row, notes, leftOut, plan }) => ({
    id: row.id,
    state: leftOut !== undefined ? 'left-out' : plan === undefined ? 'error' : 'ready',
    notes,
    ...(leftOut !== undefined && { leftOut }),
    roleName: plan?.roleName ?? '',
  })),
  accounts,
  counts,
});
