import {
  batchTaskSteps,
  type BatchTask,
  type BatchTaskAnswers,
  type BatchTaskInputs,
} from '@/batch/tasks';
import {
  taskSteps as documentTaskSteps,
  type AuditTask,
  type TaskAnswer as DocumentAnswer,
  type TaskInput as DocumentInput,
  type TaskKind as DocumentTaskKind,
} from '@/documents/tasks';

/** What the page may ask its worker: about pasted documents, or about a batch. */
export type TaskKind = DocumentTaskKind | keyof BatchTaskInputs;

export type TaskInput<Kind extends TaskKind> = Kind extends keyof BatchTaskInputs
  ? BatchTaskInputs[Kind]
  : Kind extends DocumentTaskKind
    ? DocumentInput<Kind>
    : never;

export type TaskAnswer<Kind extends TaskKind> = Kind extends keyof BatchTaskAnswers
  ? BatchTaskAnswers[Kind]
  : Kind extends DocumentTaskKind
    ? DocumentAnswer<Kind>
    : never;

const batchKinds: readonly TaskKind[] = ['readBatch', 'judgeBatch', 'batchArchive'];

export const isBatchTask = (kind: TaskKind): boolean => batchKinds.includes(kind);

export type Task = AuditTask | BatchTask;

/** Does a task, with pauses for whoever has to answer in between. */
export function taskSteps(task: Task): Generator<void, TaskAnswer<TaskKind>> {
  switch (task.kind) {
    case 'readBatch':
    case 'judgeBatch':
    case 'batchArchive':
      return batchTaskSteps(task);
    case 'audit':
    case 'fix':
    case 'compare':
    case 'access':
      return documentTaskSteps(task);
  }
}
