import type { BatchRow } from '@/batch/batchRow';
import { storableRow } from '@/batch/storedRows';
import { runToEnd } from '@/iam/runToEnd';
import { nextTask } from '@/browser/nextTask';
import { runSteps } from './worker/runSteps';

/** The storage in which rows survive a reload. */
export interface BatchKeeping {
  readonly read: () => string | null;
  /** False if the storage is full. */
  readonly write: (text: string) => boolean;
  /** Calls back when the page is hidden, left or closed. */
  readonly subscribeToLeaving: (listener: () => void) => void;
}

/** Characters; browsers keep 5 MB for everything of a page. */
const MAX_KEPT = 1_500_000;

/** Milliseconds of work between pauses. */
const slice = 5;

/**
 * Stores rows in slices with pauses for the page, or at once when the page is left.
 *
 * @param onKept told whether the rows will survive a reload
 */
export function keepRows(
  { write, subscribeToLeaving }: Omit<BatchKeeping, 'read'>,
  onKept: (isKept: boolean) => void,
): (rows: readonly BatchRow[]) => void {
  /** The JSON of each row, cached because rows are immutable. */
  const texts = new WeakMap<BatchRow, string>();
  let waiting: readonly BatchRow[] | undefined;
  let isSubscribed = false;

  const textOf = (row: BatchRow): string => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const text = JSON.stringify(storableRow(row));
    texts.set(row, text);
    return text;
  };

  /** The rows as JSON; undefined if it is too long to be stored. */
  function* textOfRows(rows: readonly BatchRow[]): Generator<void, string | undefined> {
    const parts: string[] = [];
    let length = 2;
    for (const row of rows) {
      const text = textOf(row);
      length += text.length + 1;
      if (length > MAX_KEPT) return undefined;
      parts.push(text);
      yield;
    }
    return `[${parts.join(',')}]`;
  }

  function put(text: string | undefined): void {
    waiting = undefined;
    onKept(write(text ?? '[]') && text !== undefined);
  }

  /** For a page that will not run any longer. */
  function putAtOnce(): void {
    if (waiting !== undefined) put(runToEnd(textOfRows(waiting)));
  }

  async function putSoon(rows: readonly BatchRow[]): Promise<void> {
    const isOver = (): boolean => waiting !== rows;
    await nextTask();
    if (isOver()) return;
    const done = await runSteps(textOfRows(rows), { slice, onPause: isOver });
    if (done && !isOver()) put(done.result);
  }

  return (rows) => {
    waiting = rows;
    if (!isSubscribed) subscribeToLeaving(putAtOnce);
    isSubscribed = true;
    void putSoon(rows);
  };
}
