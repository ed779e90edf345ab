import { createTaskWorker } from './createTaskWorker';
import type { WorkerMessage } from './taskMessages';
import { taskQueue, type TaskQueue } from './taskQueue';
import { subjectOf, type TaskSubject } from './tasks';
import type { TaskPort, TaskPortEvents } from './watchedWorker';

function createPort({ onMessage, onError }: TaskPortEvents): TaskPort {
  const worker = createTaskWorker();
  let isOver = false;
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (!isOver) onMessage(data);
  });
  worker.addEventListener('error', () => {
    if (!isOver) onError();
  });
  // A message of the worker could not be deserialized.
  worker.addEventListener('messageerror', () => {
    if (!isOver) onError();
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    post: (request) => worker.postMessage(request),
    end: () => {
      isOver = true;
      worker.terminate();
    },
  };
}

const startable = typeof Worker === 'undefined' ? undefined : createPort;
const queues: Readonly<Record<TaskSubject, TaskQueue>> = {
  documents: taskQueue(startable),
  batch: taskQueue(startable),
  paste: taskQueue(startable),
};

/** Runs a task in a worker: reading, checking or comparing pasted texts, or a batch. */
export const runTask: TaskQueue['run'] = (kind, input, options) =>
  queues[subjectOf(kind)].run(kind, input, options);
