import { RowReceiver, RowSender, type PackedRows, type RowPiece } from './sharedRows';
import { TextReceiver, TextSender, type PackedTexts, type TextPiece } from './sharedTexts';
import { rowsOf, textsOf, withRows, withTexts, type Task } from './tasks';

/** A task without the data that the worker already has. */
export interface PackedTask {
  readonly task: Task;
  readonly texts?: PackedTexts;
  readonly rows?: PackedRows;
}

/** A piece of the data of a later task. */
export type TaskPiece = { readonly text: TextPiece } | { readonly rows: RowPiece };

/** On the page: sends large data to a worker once, in pieces. */
export class TaskSender {
  readonly #texts = new TextSender();
  readonly #rows = new RowSender();

  /** The pieces to send before `pack`, in this order. */
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

/** In the worker: completes the tasks with the stored data. */
export class TaskReceiver {
  readonly #texts = new TextReceiver();
  readonly #rows = new RowReceiver();

  takePiece(piece: TaskPiece): void {
    if ('text' in piece) this.#texts.takePiece(piece.text);
    else this.#rows.takePiece(piece.rows);
  }

  /** The task with all its data. */
  unpack({ task, texts, rows }: PackedTask): Task {
    if (texts) {
      this.#texts.take(texts);
      return withTexts(task, (serial) => this.#texts.textOf(serial));
    }
    return rows ? withRows(task, this.#rows.take(rows)) : task;
  }
}
