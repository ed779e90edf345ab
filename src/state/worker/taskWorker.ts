import { runSteps } from './runSteps';
import { TaskReceiver } from './packedTask';
import type { WorkerMessage, WorkerRequest } from './taskMessages';
import { taskSteps } from './taskSteps';

/** Milliseconds between progress messages, and until a cancellation is noticed. */
const slice = 50;

const receiver = new TaskReceiver();
const cancelled = new Set<number>();

const say = (message: WorkerMessage): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if ('cancel' in data) {
    cancelled.add(data.cancel);
    return;
  }
  if ('piece' in data) {
    receiver.takePiece(data.piece);
    return;
  }
  const { id } = data;
  runSteps(taskSteps(receiver.unpack(data)), {
    slice,
    onPause: (steps) => {
      if (cancelled.has(id)) return true;
      say({ id, type: 'working', steps });
      return false;
    },
  }).then(
    (done) => {
      cancelled.delete(id);
      if (done) say({ id, type: 'answer', answer: done.result });
    },
    (error: unknown) => say({ id, type: 'failed', message: String(error) }),
  );
});

say({ type: 'ready' });
