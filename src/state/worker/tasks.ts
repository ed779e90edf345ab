import type { BatchRow } from '@/batch/batchRow';
import type { BatchTask, BatchTaskAnswers, BatchTaskInputs } from '@/batch/tasks';
import type { CutPaste } from '@/qbusiness/recognise/cutPaste';
import type { PasteReading } from '@/qbusiness/recognise/recognition';
import type { CheckInput, CheckTask, CheckTaskAnswers, CheckTaskInputs } from '../check/checkTasks';
import type { SharedText } from './sharedTexts';

interface PasteTask {
  readonly kind: 'recognise';
  readonly input: CutPaste;
}

interface TaskInputs extends CheckTaskInputs, BatchTaskInputs {
  readonly recognise: CutPaste;
}
interface TaskAnswers extends CheckTaskAnswers, BatchTaskAnswers {
  /** A worker hands a blob over without copying its bytes. */
  readonly batchArchive: Blob;
  readonly recognise: PasteReading;
}

/** The tasks of workers: checks of documents, work on a batch, or reading a paste for the form. */
export type TaskKind = keyof TaskInputs;
export type TaskInput<Kind extends TaskKind> = TaskInputs[Kind];
export type TaskAnswer<Kind extends TaskKind> = TaskAnswers[Kind];

/** Plain data, which can be sent to a worker. */
export type Task = CheckTask | BatchTask | PasteTask;

export type TaskSubject = 'documents' | 'batch' | 'paste';

/** Each subject has its own worker, so that a check does not wait for an archive of many roles. */
export function subjectOf(kind: TaskKind): TaskSubject {
  switch (kind) {
    case 'readBatch':
    case 'judgeBatch':
    case 'batchArchive':
      return 'batch';
    case 'recognise':
      return 'paste';
    case 'check':
    case 'fix':
    case 'compare':
    case 'roleAccess':
    case 'access':
    case 'repair':
      return 'documents';
  }
}

/** Time limits in milliseconds. Without an entry, a task may take as long as the worker sends messages. */
export const timeLimits: Partial<Readonly<Record<TaskKind, number>>> = { recognise: 3_000 };

type TaskWithTexts = Extract<Task, { readonly input: CheckInput }>;

const hasTexts = (task: Task): task is TaskWithTexts =>
  task.kind === 'check' ||
  task.kind === 'compare' ||
  task.kind === 'roleAccess' ||
  task.kind === 'repair';

/** The texts of a task, which the worker may already have. */
export const textsOf = (task: Task): readonly SharedText[] | undefined =>
  hasTexts(task) ? task.input.texts : undefined;

/** The rows of a task, which the worker may already have. */
export const rowsOf = (task: Task): readonly BatchRow[] | undefined =>
  task.kind === 'judgeBatch' || task.kind === 'batchArchive' ? task.input.rows : undefined;

/** The task with other rows; the same task if it has none. */
export const withRows = (task: Task, rows: readonly BatchRow[]): Task =>
  task.kind === 'judgeBatch' || task.kind === 'batchArchive'
    ? { ...task, input: { ...task.input, rows } }
    : task;

/** The task with other texts; the same task if it has none. */
export function withTexts(task: Task, textOf: (serial: number) => string): Task {
  if (!hasTexts(task)) return task;
  const texts = task.input.texts.map((text) => ({ ...text, text: textOf(text.serial) }));
  // The kind and its input belong together, which the compiler cannot follow through a union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...task, input: { ...task.input, texts } } as Task;
}
