import { createTaskWorker } from './createTaskWorker';
import type { WorkerMessage } from './taskMessages';
import { taskQueue, type TaskPort, type TaskPortEvents } from './taskQueue';

function createPort({ onMessage, onError }: TaskPortEvents): TaskPort {
  const worker = createTaskWorker();
  let isOver = false;
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (!isOver) onMessage(data);
  });
  worker.addEventListener('error', () => {
    if (!isOver) onError();
  });
  // What it says cannot be read back.
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

/** The page's one queue of tasks: reading, checking and comparing what was pasted. */
export const { run: runTask } = taskQueue(typeof Worker === 'undefined' ? undefined : createPort);
