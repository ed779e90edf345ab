import { runSteps } from './runSteps';
import { timeLimits, type Task, type TaskAnswer, type TaskInput, type TaskKind } from './tasks';
import {
  WatchedWorker,
  type CreatePort,
  type LossReason,
  type NumberedTask,
  type WatchedWorkerEvents,
} from './watchedWorker';

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called several times a second with the number of steps done. */
  readonly onProgress?: ((steps: number) => void) | undefined;
}

/** Why a task has no answer. */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';
  readonly reason: LossReason;
  constructor(reason: LossReason, message: string) {
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

interface QueuedTask extends NumberedTask {
  readonly options: TaskOptions;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
  /** Number of workers that were lost while running it. */
  losses: number;
}

/** Milliseconds of work between pauses on the page, where there are no workers. */
const sliceWithoutWorker = 12;

/** Lost workers after which a task fails: one may be an accident, two mean that the task is the cause. */
const mostLosses = 2;

/**
 * Runs tasks in a worker, and starts another one if it dies or hangs. Without workers, as for a page from
 * disk, the tasks run on the page in slices.
 *
 * @param createPort undefined if there are no workers
 */
export function taskQueue(createPort: CreatePort | undefined): TaskQueue {
  const waiting: QueuedTask[] = [];
  let running: QueuedTask | undefined;
  let worker: WatchedWorker | undefined;
  let hasNoWorker = createPort === undefined;
  let lastId = 0;

  function next(): void {
    if (running) return;
    running = waiting.shift();
    if (!running) return;
    worker ??= startWorker();
    if (worker) void worker.run(running);
    else void runHere(running);
  }

  function finish(): void {
    running = undefined;
    next();
  }

  function startWorker(): WatchedWorker | undefined {
    if (hasNoWorker || !createPort) return undefined;
    try {
      return new WatchedWorker(createPort, workerEvents);
    } catch (error) {
      // Browsers do not start workers for a page from disk.
      reportError(error);
      hasNoWorker = true;
      return undefined;
    }
  }

  const workerEvents: WatchedWorkerEvents = {
    onProgress: (steps) => running?.options.onProgress?.(steps),
    onEnd(message) {
      if (message.type === 'answer') running?.resolve(message.answer);
      else running?.reject(new TaskFailure('failed', message.message));
      finish();
    },
    /** Another worker runs the task again, once. */
    onLost(reason) {
      // A worker that could not be loaded: others would fail as well.
      if (reason === 'failed' && !worker?.isReady) hasNoWorker = true;
      worker = undefined;
      if (running) {
        running.losses += 1;
        if (running.losses < mostLosses || hasNoWorker) waiting.unshift(running);
        else running.reject(lossOf(reason));
      }
      finish();
    },
  };

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
    worker?.cancel();
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

const lossOf = (reason: LossReason): TaskFailure => new TaskFailure(reason, lossWords[reason]);

const lossWords: Readonly<Record<LossReason, string>> = {
  'timed-out': 'It took too long and was stopped',
  failed: 'The worker ended before it answered',
};
