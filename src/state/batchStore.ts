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
  /** What the last reading left out or could not read. */
  readonly remarks: readonly BatchRemark[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False when the rows are too many to survive a reload. */
  readonly isKept: boolean;
}

const MAX_UNDO = 100;

/** The rows of the batch, with undo. Rows are replaced, never changed. */
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
    /** Puts read rows behind those that are there. */
    add: (added: readonly BatchRow[], from: readonly BatchRemark[] = []) => {
      restore();
      remarks = from;
      if (added.length === 0) publish();
      else replace([...rows, ...added.map(withNewId)]);
    },
    /**
     * Puts other rows, from a draft or a link, in place of those that are there. Returns what puts
     * those back.
     */
    open: (opened: readonly RowContent[]) => {
      restore();
      const before = rows;
      remarks = [];
      replace(opened.map(withNewId));
      return () => replace(before);
    },
    /** A row without values, at the end. */
    addEmpty: () => {
      restore();
      const id = newId();
      replace([...rows, emptyRow(id)]);
      return id;
    },
    /** Puts a row in place of the one with its ID. Returns it as it is now. */
    update: (row: BatchRow): BatchRow => {
      const cleaned = cleanRow(row).row;
      replace(rows.map((old) => (old.id === row.id ? cleaned : old)));
      return cleaned;
    },
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

/** What was kept by a page of this kind; anything else is no row. */
function readKept(text: string | null): readonly RowContent[] {
  if (text === null) return [];
  try {
    return readStoredRows(JSON.parse(text)).rows;
  } catch (error) {
    // Something else wrote there; the next change takes its place.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The batch of this page, kept in the tab's own storage. */
export const batchStore = createBatchStore({
  read: () => readSession(sessionBatchKey),
  write: (text) => writeSession(sessionBatchKey, text),
  subscribeToLeaving,
});

export const useBatch = (store: BatchStore): BatchState =>
  useSyncExternalStore(store.subscribe, store.getState, store.getState);
