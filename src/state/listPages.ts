import type { FieldPath } from '@/qbusiness/form/textField';

/**
 * Entries of a list of the form that are shown at once: more than most roles have. Mounting the hundreds
 * that a link can bring would block the page.
 */
export const entriesPerPage = 10;

/** The page, from 1, on which an entry stands. */
export const pageOfEntry = (index: number): number => Math.floor(index / entriesPerPage) + 1;

/** Which page of each list of the form is shown. */
export interface ListPages {
  readonly subscribe: (listener: () => void) => () => void;
  /** From 1; may lie beyond the end of a list that has become shorter. */
  readonly get: (list: string) => number;
  readonly turnTo: (list: string, page: number) => void;
  /** Shows the entry that has this path; does nothing if it is no path of an entry. */
  readonly turnToEntry: (path: FieldPath) => void;
}

export function listPages(): ListPages {
  const listeners = new Set<() => void>();
  const pages = new Map<string, number>();
  const turnTo = (list: string, page: number) => {
    pages.set(list, page);
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (list) => pages.get(list) ?? 1,
    turnTo,
    turnToEntry: (path) => {
      const [list = '', index] = path.split('.');
      if (Number.isInteger(Number(index))) turnTo(list, pageOfEntry(Number(index)));
    },
  };
}
