import { readBatch } from '@/batch/readRows';
import { RowMemory } from '@/batch/rowMemory';
import { archiveSteps, verdictSteps } from '@/batch/tasks';
import { recogniseSteps } from '@/qbusiness/recognise/recognise';
import { checkTaskSteps } from '../check/checkTasks';
import type { Task, TaskAnswer, TaskKind } from './tasks';

/** The rows known to this worker, or to the page if it has no worker. */
const rowMemory = new RowMemory();

/** Runs a task one step at a time, so that the caller can do other work in between. */
export function* taskSteps(task: Task): Generator<void, TaskAnswer<TaskKind>> {
  switch (task.kind) {
    case 'readBatch':
      return readBatch(task.input.text);
    case 'judgeBatch':
      return yield* verdictSteps(task.input, rowMemory);
    case 'batchArchive':
      return new Blob([...(yield* archiveSteps(task.input, rowMemory))]);
    case 'check':
    case 'fix':
    case 'compare':
    case 'roleAccess':
    case 'access':
    case 'repair':
      return yield* checkTaskSteps(task);
    case 'recognise':
      return yield* recogniseSteps(task.input);
  }
}
