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

/** A worker as the queue uses it. */
export interface TaskPort {
  readonly post: (request: WorkerRequest) => void;
  readonly end: () => void;
}

export interface TaskPortEvents {
  readonly onMessage: (message: WorkerMessage) => void;
  /** The worker's script could not be loaded, or threw an uncaught error. */
  readonly onError: () => void;
}

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called several times a second with the number of steps done. */
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
   * Runs a task without blocking the page. Tasks run one after the other.
   *
   * @throws TaskFailure if the worker twice sent no message in time or exceeded the task's time limit, or
   *   if the task itself failed.
   * @throws DOMException `AbortError` if the signal is aborted.
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
  /** Number of workers that were lost while running it. */
  losses: number;
}

/** Milliseconds without a message after which a worker counts as dead or hung. */
export const silenceLimit = 10_000;
/** Additional milliseconds for each million characters, which are read in one step without messages. */
const silencePerMillion = 1_000;

const silenceOf = (task: Task): number =>
  silenceLimit +
  (textsOf(task) ?? []).reduce((sum, { text }) => sum + text.length, 0) *
    (silencePerMillion / 1_000_000);

/** Milliseconds of work between pauses on the page, where there are no workers. */
const sliceWithoutWorker = 12;

/** Lost workers after which a task fails: one may be an accident, two mean that the task is the cause. */
const mostLosses = 2;

/**
 * Runs tasks in a worker, monitors it, and starts another one if it dies or hangs. Without workers, as
 * for a page from disk, the tasks run on the page in slices.
 *
 * @param createPort undefined or throwing if there are no workers
 */
export function taskQueue(
  createPort: ((events: TaskPortEvents) => TaskPort) | undefined,
): TaskQueue {
  const waiting: QueuedTask[] = [];
  let running: QueuedTask | undefined;
  /** Whether the running task was sent to the worker as a whole. */
  let isPosted = false;
  let port: TaskPort | undefined;
  /** Keeps track of the texts and rows that the present worker has. */
  let sender = new TaskSender();
  let hasNoWorker = createPort === undefined;
  /** Whether the script of the present worker is loaded. */
  let isReady = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  function next(): void {
    if (running) return;
    running = waiting.shift();
    isPosted = false;
    if (!running) return;
    port ??= startPort();
    if (port) void post(running, port);
    else void runHere(running);
  }

  /** Sends large data in pieces before the task, with pauses for the page. */
  async function post(queued: QueuedTask, to: TaskPort): Promise<void> {
    const { id, task } = queued;
    for (const piece of sender.pieces(task)) {
      to.post({ piece });
      await nextTask();
      // The task was cancelled or the worker lost; another task may send the same text from its start.
      if (running !== queued || port !== to) return;
    }
    to.post({ id, ...sender.pack(task) });
    isPosted = true;
    watch();
    limitTime();
  }

  /** Loading the worker takes none of a task's time. */
  function limitTime(): void {
    if (!running || !isPosted || !isReady) return;
    const milliseconds = timeLimits[running.task.kind];
    if (milliseconds !== undefined) limit = setTimeout(() => lose('timed-out'), milliseconds);
  }

  function startPort(): TaskPort | undefined {
    if (hasNoWorker || !createPort) return undefined;
    isReady = false;
    sender = new TaskSender();
    try {
      return createPort({ onMessage: hear, onError: () => lose('failed') });
    } catch (error) {
      // Browsers do not start workers for a page from disk.
      reportError(error);
      hasNoWorker = true;
      return undefined;
    }
  }

  function hear(message: WorkerMessage): void {
    if (!isReady) {
      isReady = true;
      limitTime();
    }
    if (message.type === 'ready') return;
    // A cancelled task may still send messages.
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

  /** Handles a dead or hung worker: another one runs the task again, once. */
  function lose(reason: TaskFailure['reason']): void {
    stopWatching();
    port?.end();
    port = undefined;
    // A worker that could not be loaded: others would fail as well.
    if (reason === 'failed' && !isReady) hasNoWorker = true;
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
    try {
      // The code of all tasks, which a page with workers never loads itself. Loading it takes none of the
      // task's time.
      const { taskSteps } = await import('./taskSteps');
      const deadline = performance.now() + (timeLimits[task.kind] ?? Infinity);
      const done = await runSteps(taskSteps(task), {
        slice: sliceWithoutWorker,
        onPause: (steps) => {
          options.onProgress?.(steps);
          return options.signal?.aborted === true || performance.now() > deadline;
        },
      });
      if (done) resolve(done.result);
      // Has no effect if the task was cancelled.
      else reject(lossOf('timed-out'));
    } catch (error) {
      reject(error);
    }
    if (running === queued) finish();
  }

  function cancel(queued: QueuedTask): void {
    queued.reject(new DOMException('The task was cancelled', 'AbortError'));
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
