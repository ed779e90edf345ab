import type { BatchRow } from '@/batch/batchRow';
import { serialOf } from './sharedTexts';

/** Rows that are copied to the worker at once: ten thousand would keep the page from answering. */
const pieceLength = 1_000;

/** Some rows with their numbers, which go to the worker ahead of the task that needs them. */
export interface RowPiece {
  readonly serials: readonly number[];
  readonly rows: readonly BatchRow[];
}

/** What goes to the worker in place of rows that it has: after an edit of one cell, no other is copied. */
export interface PackedRows {
  readonly serials: Uint32Array<ArrayBuffer>;
  /** Every other row can be forgotten. */
  readonly isAll: boolean;
}

/** The page's side: remembers which rows its worker has. */
export class RowSender {
  #sent = new Set<number>();

  /** What goes ahead of `pack`. */
  *pieces(rows: readonly BatchRow[]): Generator<RowPiece> {
    for (let start = 0; start < rows.length; start += pieceLength) {
      const missing = rows
        .slice(start, start + pieceLength)
        .filter((row) => !this.#sent.has(serialOf(row)));
      if (missing.length === 0) continue;
      const serials = missing.map(serialOf);
      yield { serials, rows: missing };
      for (const serial of serials) this.#sent.add(serial);
    }
  }

  /** @param isAll whether these are all rows of the table */
  pack(rows: readonly BatchRow[], isAll: boolean): PackedRows {
    const serials = Uint32Array.from(rows, serialOf);
    if (isAll) this.#sent = new Set(serials);
    return { serials, isAll };
  }
}

/** The worker's side. */
export class RowKeeper {
  #rows = new Map<number, BatchRow>();

  takePiece({ serials, rows }: RowPiece): void {
    for (const [index, row] of rows.entries()) {
      const serial = serials[index];
      if (serial !== undefined) this.#rows.set(serial, row);
    }
  }

  /** @throws RangeError for a row that was never sent. */
  take({ serials, isAll }: PackedRows): readonly BatchRow[] {
    const rows = Array.from(serials, (serial) => {
      const row = this.#rows.get(serial);
      if (row === undefined) throw new RangeError(`Row ${serial} was not sent`);
      return row;
    });
    if (isAll) this.#rows = new Map(rows.map((row, index) => [serials[index] ?? 0, row]));
    return rows;
  }
}
