import { useSyncExternalStore } from 'react';
import type { BatchColumn, BatchRow } from '@/batch/batchRow';
import { cleanRow } from '@/batch/cleanRow';
import type { BatchRemark } from '@/batch/readRows';
import { readStoredRows, storableRows, type RowContent } from '@/batch/storedRows';
import { readSession, writeSession } from '@/browser/sessionStorage';
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

/** Where the rows survive a reload. */
export interface BatchKeeping {
  readonly read: () => string | null;
  /** False when there is no room. */
  readonly write: (text: string) => boolean;
}

/** Characters; browsers keep 5 MB for everything of a page. */
const MAX_KEPT = 1_500_000;

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

  function publish(): void {
    keep();
    state = { rows, remarks, canUndo: past.length > 0, canRedo: future.length > 0, isKept };
    for (const listener of listeners) listener();
  }

  function keep(): void {
    const text = JSON.stringify(storableRows(rows));
    isKept = keeping.write(text.length > MAX_KEPT ? '[]' : text) && text.length <= MAX_KEPT;
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
    rows = next;
    publish();
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
      const id = newId();
      replace([...rows, { id, name: '', texts: {}, others: {}, identityType: '' }]);
      return id;
    },
    update: (row: BatchRow) =>
      replace(rows.map((old) => (old.id === row.id ? cleanRow(row).row : old))),
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
});

export const useBatch = (store: BatchStore): BatchState =>
  useSyncExternalStore(store.subscribe, store.getState, store.getState);
