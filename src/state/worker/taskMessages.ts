import type { PackedTask, TaskPiece } from './packedTask';
import type { TaskAnswer, TaskKind } from './tasks';

/** What the page says to its worker. */
export type WorkerRequest =
  | ({ readonly id: number } & PackedTask)
  /** A part of what a later task needs. */
  | { readonly piece: TaskPiece }
  /** Nobody waits for the answer any more. */
  | { readonly cancel: number };

/** What the worker says: a sign of life every so often, and in the end one answer or one failure. */
export type WorkerMessage =
  | { readonly id: number; readonly type: 'working'; readonly steps: number }
  | { readonly id: number; readonly type: 'answer'; readonly answer: TaskAnswer<TaskKind> }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
