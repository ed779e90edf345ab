import { useSyncExternalStore } from 'react';
import { emptyRow, type BatchColumn, type BatchRow } from '@/batch/batchRow';
import { cleanRow } from '@/batch/cleanRow';
import type { BatchRemark } from '@/batch/foundRows';
import { readStoredRows, type RowContent } from '@/batch/storedRows';
import { subscribeToLeaving } from '@/browser/pageLife';
import { readSession, writeSession } from '@/browser/sessionStorage';
import { keepRows, type BatchKeeping } from './batchKeeping';
import { sessionBatchKey } from './storageKeys';

export interface BatchState {
  readonly rows: readonly BatchRow[];
  /** Remarks on what the last reading left out or could not read. */
  readonly remarks: readonly BatchRemark[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False when the rows are too many to survive a reload. */
  readonly isKept: boolean;
}

const MAX_UNDO = 100;

/** Creates the store for the rows of the batch, with undo. Rows are immutable. */
export function createBatchStore(keeping: BatchKeeping) {
  let rows: readonly BatchRow[] = [];
  let past: readonly (readonly BatchRow[])[] = [];
  let future: readonly (readonly BatchRow[])[] = [];
  let remarks: readonly BatchRemark[] = [];
  let lastId = 0;
  let isKept = true;
  let isRestored = false;
  let state: BatchState = { rows, remarks, canUndo: false, canRedo: false, isKept };
  const listeners = new Set<() => void>();
  const keep = keepRows(keeping, (isIt) => {
    if (isIt === isKept) return;
    isKept = isIt;
    publish();
  });

  function publish(): void {
    state = { rows, remarks, canUndo: past.length > 0, canRedo: future.length > 0, isKept };
    for (const listener of listeners) listener();
  }

  function become(next: readonly BatchRow[]): void {
    rows = next;
    keep(rows);
    publish();
  }

  function restore(): void {
    if (isRestored) return;
    isRestored = true;
    rows = readKept(keeping.read()).map(withNewId);
    state = { ...state, rows };
  }

  function replace(next: readonly BatchRow[]): void {
    past = [...past.slice(1 - MAX_UNDO), rows];
    future = [];
    become(next);
  }

  const newId = (): string => {
    lastId += 1;
    return `row-${lastId}`;
  };

  const withNewId = (row: RowContent): BatchRow => ({ ...row, id: newId() });

  return {
    getState: () => {
      restore();
      return state;
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Appends rows that were read. */
    add: (added: readonly BatchRow[], from: readonly BatchRemark[] = []) => {
      restore();
      remarks = from;
      if (added.length === 0) publish();
      else replace([...rows, ...added.map(withNewId)]);
    },
    /**
     * Replaces all rows by those of a draft or a link. Returns a function that restores the former ones.
     */
    open: (opened: readonly RowContent[]) => {
      restore();
      const before = rows;
      remarks = [];
      replace(opened.map(withNewId));
      return () => replace(before);
    },
    /** Appends a row without values. */
    addEmpty: () => {
      restore();
      const id = newId();
      replace([...rows, emptyRow(id)]);
      return id;
    },
    /** Replaces the row with the same ID. Returns the row as it was stored, cleaned. */
    update: (row: BatchRow): BatchRow => {
      const cleaned = cleanRow(row).row;
      replace(rows.map((old) => (old.id === row.id ? cleaned : old)));
      return cleaned;
    },
    /** Replaces a text in every row that has it in the column. */
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
      become(before);
    },
    redo: () => {
      const [after, ...rest] = future;
      if (after === undefined) return;
      past = [...past, rows];
      future = rest;
      become(after);
    },
    dismissRemarks: () => {
      remarks = [];
      publish();
    },
  };
}

export type BatchStore = ReturnType<typeof createBatchStore>;

/** The rows in a stored text; none if it was not written by this page. */
function readKept(text: string | null): readonly RowContent[] {
  if (text === null) return [];
  try {
    return readStoredRows(JSON.parse(text)).rows;
  } catch (error) {
    // Not written by this page; the next change overwrites it.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The batch of this page, stored in session storage. */
export const batchStore = createBatchStore({
  read: () => readSession(sessionBatchKey),
  write: (text) => writeSession(sessionBatchKey, text),
  subscribeToLeaving,
});

export const useBatch = (store: BatchStore): BatchState =>
  useSyncExternalStore(store.subscribe, store.getState, store.getState);
