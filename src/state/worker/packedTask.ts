import { RowKeeper, RowSender, type PackedRows, type RowPiece } from './sharedRows';
import { TextReceiver, TextSender, type PackedTexts, type TextPiece } from './sharedTexts';
import { rowsOf, textsOf, withRows, withTexts, type Task } from './tasks';

/** A task without what the worker may have already. */
export interface PackedTask {
  readonly task: Task;
  readonly texts?: PackedTexts;
  readonly rows?: PackedRows;
}

/** A part of what a later task needs. */
export type TaskPiece = { readonly text: TextPiece } | { readonly rows: RowPiece };

/** The page's side: what is large goes to a worker once, and in pieces. */
export class TaskSender {
  readonly #texts = new TextSender();
  readonly #rows = new RowSender();

  /** What goes ahead of `pack`, in this order. */
  *pieces(task: Task): Generator<TaskPiece> {
    for (const text of this.#texts.pieces(textsOf(task) ?? [])) yield { text };
    for (const rows of this.#rows.pieces(rowsOf(task) ?? [])) yield { rows };
  }

  pack(task: Task): PackedTask {
    const texts = textsOf(task);
    if (texts) return { task: withTexts(task, () => ''), texts: this.#texts.pack(texts) };
    const rows = rowsOf(task);
    if (!rows) return { task };
    // An archive may be of the selected rows only.
    return { task: withRows(task, []), rows: this.#rows.pack(rows, task.kind === 'judgeBatch') };
  }
}

/** The worker's side. */
export class TaskReceiver {
  readonly #texts = new TextReceiver();
  readonly #rows = new RowKeeper();

  takePiece(piece: TaskPiece): void {
    if ('text' in piece) this.#texts.takePiece(piece.text);
    else this.#rows.takePiece(piece.rows);
  }

  /** The task as it was asked. */
  unpack({ task, texts, rows }: PackedTask): Task {
    if (texts) {
      this.#texts.take(texts);
      return withTexts(task, (serial) => this.#texts.textOf(serial));
    }
    return rows ? withRows(task, this.#rows.take(rows)) : task;
  }
}
