import type { RoleFormValues } from '../qbusiness/form/formValues';
import type { BatchRow } from './batchRow';
import { judgeRow, judgeSteps, type JudgedBatch, type JudgedRow } from './judgeRows';

/**
 * What was judged of each row by itself. Rows are replaced, never changed: after an edit one row is
 * judged anew, and for an archive none. A row that nobody holds any more is forgotten, and all of them
 * are when the form is another.
 */
export class RowMemory {
  #form = '';
  #judged = new WeakMap<BatchRow, JudgedRow>();
  /** The newest answer: an archive mostly follows it. */
  #last: JudgedBatch | undefined;

  /** `judgeBatch` with a pause after each row, and without one where the answer is known. */
  *judge(rows: readonly BatchRow[], shared: RoleFormValues): Generator<void, JudgedBatch> {
    const judge = this.judgeOver(shared);
    const last = this.#last;
    if (
      last?.rows.length === rows.length &&
      last.rows.every(({ row }, index) => row === rows[index])
    ) {
      return last;
    }
    this.#last = undefined;
    this.#last = yield* judgeSteps(rows, judge);
    return this.#last;
  }

  /** `judgeRow` over this form. */
  judgeOver(shared: RoleFormValues): (row: BatchRow) => JudgedRow {
    const form = JSON.stringify(shared);
    if (form !== this.#form) {
      this.#form = form;
      this.#judged = new WeakMap();
      this.#last = undefined;
    }
    const judged = this.#judged;
    return (row) => {
      const known = judged.get(row);
      if (known) return known;
      const made = judgeRow(row, shared);
      judged.set(row, made);
      return made;
    };
  }
}
