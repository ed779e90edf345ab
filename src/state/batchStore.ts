import { useSyncExternalStore } from 'react';
import type { BatchColumn, BatchRow } from '@/batch/batchRow';
import type { BatchRemark } from '@/batch/readRows';

export interface BatchState {
  readonly rows: readonly BatchRow[];
  /** What the last reading left out or could not read. */
  readonly remarks: readonly BatchRemark[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const MAX_UNDO = 100;

/** The rows of the batch, with undo. Rows are replaced, never changed. */
export function createBatchStore() {
  let rows: readonly BatchRow[] = [];
  let past: readonly (readonly BatchRow[])[] = [];
  let future: readonly (readonly BatchRow[])[] = [];
  let remarks: readonly BatchRemark[] = [];
  let lastId = 0;
  let state: BatchState = { rows, remarks, canUndo: false, canRedo: false };
  const listeners = new Set<() => void>();

  function publish(): void {
    state = { rows, remarks, canUndo: past.length > 0, canRedo: future.length > 0 };
    for (const listener of listeners) listener();
  }

  function replace(next: readonly BatchRow[]): void {
    past = [...past.slice(1 - MAX_UNDO), rows];
    future = [];
    rows = next;
    publish();
  }

  const newId = (): string => {
    lastId += 1;
    return `row-${lastId}`;
  };

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Puts read rows behind those that are there. */
    add: (added: readonly BatchRow[], from: readonly BatchRemark[] = []) => {
      remarks = from;
      if (added.length === 0) publish();
      else replace([...rows, ...added.map((row) => ({ ...row, id: newId() }))]);
    },
    /** A row without values, at the end. */
    addEmpty: () => {
      const id = newId();
      replace([...rows, { id, name: '', texts: {}, others: {}, identityType: '' }]);
      return id;
    },
    update: (row: BatchRow) => replace(rows.map((old) => (old.id === row.id ? row : old))),
    /** One text in place of another, in every row that has it. */
    replaceText: (column: BatchColumn, from: string, to: string) =>
      replace(
        rows.map((row) =>
          row.texts[column]?.trim() === from
            ? { ...row, texts: { ...row.texts, [column]: to } }
            : row,
        ),
      ),
    remove: (ids: ReadonlySet<unknown>) => replace(rows.filter(({ id }) => !ids.has(id))),
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      past = past.slice(0, -1);
      future = [rows, ...future];
      rows = before;
      publish();
    },
    redo: () => {
      const [after, ...rest] = future;
      if (after === undefined) return;
      past = [...past, rows];
      future = rest;
      rows = after;
      publish();
    },
    /** Puts stored rows in place of what is there, without a step to undo. */
    restore: (stored: readonly BatchRow[]) => {
      rows = stored.map((row) => ({ ...row, id: newId() }));
      past = [];
      future = [];
      remarks = [];
      publish();
    },
    dismissRemarks: () => {
      remarks = [];
      publish();
    },
  };
}

export type BatchStore = ReturnType<typeof createBatchStore>;

/** The batch of this page. */
export const batchStore = createBatchStore();

export const useBatch = (store: BatchStore): BatchState =>
  useSyncExternalStore(store.subscribe, store.getState, store.getState);
