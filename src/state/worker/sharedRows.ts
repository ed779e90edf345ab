import type { BatchRow } from '@/batch/batchRow';
import { serialOf } from './sharedTexts';

/** Rows that are copied to the worker at once; copying ten thousand in one piece would block the page. */
const pieceLength = 1_000;

/** Rows with their serial numbers, sent to the worker before the task that needs them. */
export interface RowPiece {
  readonly serials: readonly number[];
  readonly rows: readonly BatchRow[];
}

/** The rows of a task as serial numbers: after an edit of one cell, only its row is copied. */
export interface PackedRows {
  readonly serials: Uint32Array<ArrayBuffer>;
  /** Whether the worker can drop all other rows. */
  readonly isAll: boolean;
}

/** On the page: keeps track of the rows that the worker has. */
export class RowSender {
  #sent = new Set<number>();

  /** The pieces to send before `pack`. */
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

/** In the worker: stores the rows. */
export class RowReceiver {
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
