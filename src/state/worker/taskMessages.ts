import type { PackedTexts, TextPiece } from './sharedTexts';
import type { Task, TaskAnswer, TaskKind } from './tasks';

/** What the page says to its worker. */
export type WorkerRequest =
  /** The texts of the task, if it has any, stand in `texts`: those that the worker has not got. */
  | { readonly id: number; readonly task: Task; readonly texts?: PackedTexts }
  /** A part of a text that a later task needs. */
  | { readonly piece: TextPiece }
  /** Nobody waits for the answer any more. */
  | { readonly cancel: number };

/** What the worker says: a sign of life every so often, and in the end one answer or one failure. */
export type WorkerMessage =
  | { readonly id: number; readonly type: 'working'; readonly steps: number }
  | { readonly id: number; readonly type: 'answer'; readonly answer: TaskAnswer<TaskKind> }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
