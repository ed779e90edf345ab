import {
  taskSteps,
  type AuditTask,
  type TaskAnswer,
  type TaskInput,
  type TaskKind,
} from '@/documents/tasks';
import type { WorkerAnswer, WorkerRequest } from './auditWorker';
import { createAuditWorker } from './createAuditWorker';

type Answer = WorkerAnswer['answer'];

interface PendingTask {
  readonly task: AuditTask;
  readonly settle: (answer: Answer | Promise<Answer>) => void;
}

/** Milliseconds of work after which the page may answer, where no worker can be had. */
const sliceDuration = 12;

const pending = new Map<number, PendingTask>();
let lastId = 0;
let worker: Worker | undefined;
let hasNoWorker = typeof Worker === 'undefined';

/** Answers a task without keeping the page from answering. */
export async function runTask<Kind extends TaskKind>(
  kind: Kind,
  input: TaskInput<Kind>,
): Promise<TaskAnswer<Kind>> {
  // The kind and its input belong together, which the compiler cannot follow through a union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const task = { kind, input } as AuditTask;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (await (hasNoWorker ? inSlices(task) : inWorker(task))) as TaskAnswer<Kind>;
}

function inWorker(task: AuditTask): Promise<Answer> {
  worker ??= startWorker();
  if (!worker) return inSlices(task);
  lastId += 1;
  const request: WorkerRequest = { id: lastId, task };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(request);
  return new Promise((settle) => {
    pending.set(request.id, { task, settle });
  });
}

function startWorker(): Worker | undefined {
  let started: Worker;
  try {
    started = createAuditWorker();
  } catch (error) {
    // A page from disk may not start workers.
    reportError(error);
    giveWorkersUp();
    return undefined;
  }
  started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    pending.get(data.id)?.settle(data.answer);
    pending.delete(data.id);
  });
  started.addEventListener('error', giveWorkersUp);
  return started;
}

/** What the worker still owed is done here. */
function giveWorkersUp(): void {
  hasNoWorker = true;
  worker?.terminate();
  worker = undefined;
  for (const { task, settle } of pending.values()) settle(inSlices(task));
  pending.clear();
}

async function inSlices(task: AuditTask): Promise<Answer> {
  const steps = taskSteps(task);
  for (;;) {
    const sliceEnd = performance.now() + sliceDuration;
    while (performance.now() < sliceEnd) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
