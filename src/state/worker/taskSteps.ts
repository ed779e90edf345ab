import { RowMemory } from '@/batch/rowMemory';
import { batchTaskSteps } from '@/batch/tasks';
import { recogniseSteps } from '@/qbusiness/recognise/recognise';
import { checkTaskSteps } from '../check/checkTasks';
import type { Task, TaskAnswer, TaskKind } from './tasks';

/** Of this worker, or of the page where it has none. */
const rowMemory = new RowMemory();

/** Does a task, with pauses for whoever has to answer in between. */
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
