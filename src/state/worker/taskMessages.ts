import type { PackedTask, TaskPiece } from './packedTask';
import type { TaskAnswer, TaskKind } from './tasks';

/** Messages from the page to the worker. */
export type WorkerRequest =
  | ({ readonly id: number } & PackedTask)
  /** A piece of the data of a later task. */
  | { readonly piece: TaskPiece }
  /** The task is cancelled. */
  | { readonly cancel: number };

/**
 * Messages from the worker to the page: that its script is loaded; of a task, progress at intervals, and
 * finally an answer or a failure.
 */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly id: number; readonly type: 'working'; readonly steps: number }
  | { readonly id: number; readonly type: 'answer'; readonly answer: TaskAnswer<TaskKind> }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
