import { TaskSender } from './packedTask';
import {
  textsOf,
  timeLimits,
  type Task,
  type TaskAnswer,
  type TaskInput,
  type TaskKind,
} from './tasks';
import { nextTask } from '@/browser/nextTask';
import { runSteps } from './runSteps';
import type { WorkerMessage, WorkerRequest } from './taskMessages';

/** What the queue needs of a worker. */
export interface TaskPort {
  readonly post: (request: WorkerRequest) => void;
  readonly end: () => void;
}

export interface TaskPortEvents {
  readonly onMessage: (message: WorkerMessage) => void;
  /** The worker's script could not be loaded, or it threw where nobody caught it. */
  readonly onError: () => void;
}

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told a few times a second how many steps are done. */
  readonly onProgress?: ((steps: number) => void) | undefined;
}

/** Why a task has no answer. */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';
  readonly reason: 'timed-out' | 'failed';
  constructor(reason: TaskFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface TaskQueue {
  /**
   * Answers a task without keeping the page from answering. Tasks are done one after the other.
   *
   * @throws TaskFailure when the worker gave no sign of life in time or went over the task's limit,
   *   twice, or the task itself failed.
   * @throws DOMException `AbortError` when the signal says so.
   */
  readonly run: <Kind extends TaskKind>(
    kind: Kind,
    input: TaskInput<Kind>,
    options?: TaskOptions,
  ) => Promise<TaskAnswer<Kind>>;
}

type Answer = TaskAnswer<TaskKind>;

interface QueuedTask {
  readonly id: number;
  readonly task: Task;
  readonly options: TaskOptions;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
  /** How often a worker was lost over it. */
  losses: number;
}

/** Milliseconds without a sign of life after which a worker counts as dead or hung. */
export const silenceLimit = 10_000;
/** What reading takes in one piece, for each million characters. */
const silencePerMillion = 1_000;

const silenceOf = (task: Task): number =>
  silenceLimit +
  (textsOf(task) ?? []).reduce((sum, { text }) => sum + text.length, 0) *
    (silencePerMillion / 1_000_000);

/** Milliseconds of work after which the page may answer, where no worker can be had. */
const sliceWithoutWorker = 12;

/** A worker may be lost for reasons of its own once; twice over the same task, it is the task. */
const mostLosses = 2;

/**
 * Hands tasks to a worker, watches that it lives, and starts another one where it does not. Where no
 * worker can be had, as for a page from disk, the tasks are done here in slices.
 *
 * @param createPort undefined, or throwing, where there are no workers.
 */
export function taskQueue(
  createPort: ((events: TaskPortEvents) => TaskPort) | undefined,
): TaskQueue {
  const waiting: QueuedTask[] = [];
  let running: QueuedTask | undefined;
  let port: TaskPort | undefined;
  /** What the present worker has of the texts and rows. */
  let sender = new TaskSender();
  let hasNoWorker = createPort === undefined;
  let hasAnswered = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  function next(): void {
    if (running) return;
    running = waiting.shift();
    if (!running) return;
    port ??= startPort();
    if (port) void post(running, port);
    else void runHere(running);
  }

  /** What is large goes ahead in pieces, between which the page answers. */
  async function post(queued: QueuedTask, to: TaskPort): Promise<void> {
    const { id, task } = queued;
    for (const piece of sender.pieces(task)) {
      to.post({ piece });
      await nextTask();
      // Called off, or the worker is gone, and another task may send the same text from its start.
      if (running !== queued || port !== to) return;
    }
    to.post({ id, ...sender.pack(task) });
    watch();
    const milliseconds = timeLimits[task.kind];
    if (milliseconds !== undefined) limit = setTimeout(() => lose('timed-out'), milliseconds);
  }

  function startPort(): TaskPort | undefined {
    if (hasNoWorker || !createPort) return undefined;
    hasAnswered = false;
    sender = new TaskSender();
    try {
      return createPort({ onMessage: hear, onError: () => lose('failed') });
    } catch (error) {
      // A page from disk may not start workers.
      reportError(error);
      hasNoWorker = true;
      return undefined;
    }
  }

  function hear(message: WorkerMessage): void {
    hasAnswered = true;
    // A cancelled task may still say something.
    if (message.id !== running?.id) return;
    const { resolve, reject, options } = running;
    if (message.type === 'working') {
      options.onProgress?.(message.steps);
      watch();
      return;
    }
    if (message.type === 'answer') resolve(message.answer);
    else reject(new TaskFailure('failed', message.message));
    finish();
  }

  function watch(): void {
    clearTimeout(silence);
    if (running) silence = setTimeout(() => lose('timed-out'), silenceOf(running.task));
  }

  function finish(): void {
    stopWatching();
    running = undefined;
    next();
  }

  function stopWatching(): void {
    clearTimeout(silence);
    clearTimeout(limit);
  }

  /** The worker is dead or hangs: another one tries again, once. */
  function lose(reason: TaskFailure['reason']): void {
    stopWatching();
    port?.end();
    port = undefined;
    // What never said a word and cannot even be loaded will not come back.
    if (reason === 'failed' && !hasAnswered) hasNoWorker = true;
    const lost = running;
    running = undefined;
    if (lost) {
      lost.losses += 1;
      if (lost.losses < mostLosses || hasNoWorker) waiting.unshift(lost);
      else lost.reject(lossOf(reason));
    }
    next();
  }

  async function runHere(queued: QueuedTask): Promise<void> {
    const { task, options, resolve, reject } = queued;
    const deadline = performance.now() + (timeLimits[task.kind] ?? Infinity);
    try {
      // All that is ever read and checked: a page with a worker never loads it.
      const { taskSteps } = await import('./taskSteps');
      const done = await runSteps(taskSteps(task), {
        slice: sliceWithoutWorker,
        onPause: (steps) => {
          options.onProgress?.(steps);
          return options.signal?.aborted === true || performance.now() > deadline;
        },
      });
      if (done) resolve(done.result);
      // Nobody hears it where it was called off.
      else reject(lossOf('timed-out'));
    } catch (error) {
      reject(error);
    }
    if (running === queued) finish();
  }

  function cancel(queued: QueuedTask): void {
    queued.reject(new DOMException('The task was called off', 'AbortError'));
    const at = waiting.indexOf(queued);
    if (at >= 0) waiting.splice(at, 1);
    if (running !== queued) return;
    port?.post({ cancel: queued.id });
    finish();
  }

  return {
    run(kind, input, options = {}) {
      return new Promise((resolve, reject) => {
        lastId += 1;
        const queued: QueuedTask = {
          id: lastId,
          // The kind and its input belong together, which the compiler cannot follow through a union.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          task: { kind, input } as Task,
          options,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          resolve: resolve as (answer: Answer) => void,
          reject,
          losses: 0,
        };
        if (options.signal?.aborted) {
          cancel(queued);
          return;
        }
        options.signal?.addEventListener('abort', () => cancel(queued), { once: true });
        waiting.push(queued);
        next();
      });
    },
  };
}

const lossOf = (reason: TaskFailure['reason']): TaskFailure =>
  new TaskFailure(reason, lossWords[reason]);

const lossWords: Readonly<Record<TaskFailure['reason'], string>> = {
  'timed-out': 'It took too long and was stopped',
  failed: 'The worker ended before it answered',
};
