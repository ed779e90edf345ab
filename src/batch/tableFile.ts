import { batchCsv } from './batchCsv';
import type { BatchRow } from './batchRow';
import { storableRows } from './storedRows';

/** A file that holds the table, and that `readBatch` reads back. */
export interface TableFile {
  readonly kind: 'CSV' | 'JSON';
  readonly name: string;
  readonly mime: string;
  readonly print: () => string;
}

/** CSV, unless a row has values that no cell can hold, such as tags. */
export const tableFile = (rows: readonly BatchRow[]): TableFile =>
  rows.every(({ others }) => Object.keys(others).length === 0)
    ? {
        kind: 'CSV',
        name: 'applications.csv',
        mime: 'text/csv',
        print: () => batchCsv(rows),
      }
    : {
        kind: 'JSON',
        name: 'applications.json',
        mime: 'application/json',
        print: () => `${JSON.stringify(storableRows(rows), undefined, 2)}\n`,
      };
