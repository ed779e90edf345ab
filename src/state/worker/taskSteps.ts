import { RowMemory } from '@/batch/rowMemory';
import { batchTaskSteps } from '@/batch/tasks';
import { recogniseSteps } from '@/qbusiness/recognise/recognise';
import { checkTaskSteps } from '../check/checkTasks';
import type { Task, TaskAnswer, TaskKind } from './tasks';

/** The rows known to this worker, or to the page if it has no worker. */
const rowMemory = new RowMemory();

/** Runs a task one step at a time, so that the caller can do other work in between. */
export function taskSteps(task: Task): Generator<void, TaskAnswer<TaskKind>> {
  switch (task.kind) {
    case 'readBatch':
    case 'judgeBatch':
    case 'batchArchive':
      return batchTaskSteps(task, rowMemory);
    case 'check':
    case 'fix':
    case 'compare':
    case 'roleAccess':
    case 'access':
    case 'repair':
      return checkTaskSteps(task);
    case 'recognise':
      return recogniseSteps(task.input);
  }
}
