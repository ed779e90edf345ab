import {
  batchTaskSteps,
  type BatchTask,
  type BatchTaskAnswers,
  type BatchTaskInputs,
} from '@/batch/tasks';
import {
  checkTaskSteps,
  type CheckInput,
  type CheckTask,
  type CheckTaskAnswers,
  type CheckTaskInputs,
} from '../check/checkTasks';
import type { SharedText } from './sharedTexts';

interface TaskInputs extends CheckTaskInputs, BatchTaskInputs {}
interface TaskAnswers extends CheckTaskAnswers, BatchTaskAnswers {}

/** What the page may ask its worker: about documents that are checked, or about a batch. */
export type TaskKind = keyof TaskInputs;
export type TaskInput<Kind extends TaskKind> = TaskInputs[Kind];
export type TaskAnswer<Kind extends TaskKind> = TaskAnswers[Kind];

/** Everything is plain data, so that a worker can do it. */
export type Task = CheckTask | BatchTask;

const batchKinds: readonly TaskKind[] = ['readBatch', 'judgeBatch', 'batchArchive'];

export const isBatchTask = (kind: TaskKind): boolean => batchKinds.includes(kind);

/** Does a task, with pauses for whoever has to answer in between. */
export function taskSteps(task: Task): Generator<void, TaskAnswer<TaskKind>> {
  switch (task.kind) {
    case 'readBatch':
    case 'judgeBatch':
    case 'batchArchive':
      return batchTaskSteps(task);
    case 'check':
    case 'fix':
    case 'compare':
    case 'roleAccess':
    case 'access':
    case 'repair':
      return checkTaskSteps(task);
  }
}

type TaskWithTexts = Extract<Task, { readonly input: CheckInput }>;

const hasTexts = (task: Task): task is TaskWithTexts =>
  task.kind === 'check' ||
  task.kind === 'compare' ||
  task.kind === 'roleAccess' ||
  task.kind === 'repair';

/** The texts of a task, which a worker may have already. */
export const textsOf = (task: Task): readonly SharedText[] | undefined =>
  hasTexts(task) ? task.input.texts : undefined;

/** The task with its texts taken out. */
export const packed = (task: Task): Task => withTexts(task, () => '');

/** The task with its texts put back. */
export const unpacked = (task: Task, textOf: (serial: number) => string): Task =>
  withTexts(task, textOf);

function withTexts(task: Task, textOf: (serial: number) => string): Task {
  if (!hasTexts(task)) return task;
  const texts = task.input.texts.map((text) => ({ ...text, text: textOf(text.serial) }));
  // The kind and its input belong together, which the compiler cannot follow through a union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...task, input: { ...task.input, texts } } as Task;
}
