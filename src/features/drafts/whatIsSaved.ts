import { countRows } from '@/state/namedDrafts';

/** The beginning of a sentence about the content of a draft. */
export const whatIsSaved = (rows: readonly unknown[]): string =>
  rows.length === 0 ? 'The form is' : `The form and ${countRows(rows)} are`;
