import { nextTask } from '@/browser/nextTask';
import { TaskSender } from './packedTask';
import type { WorkerMessage, WorkerRequest } from './taskMessages';
import { textsOf, timeLimits, type Task } from './tasks';

/** A worker as the page uses it. */
export interface TaskPort {
  readonly post: (request: WorkerRequest) => void;
  readonly end: () => void;
}

export interface TaskPortEvents {
  readonly onMessage: (message: WorkerMessage) => void;
  /** The worker's script could not be loaded, or threw an uncaught error. */
  readonly onError: () => void;
}

/** May throw where there are no workers. */
export type CreatePort = (events: TaskPortEvents) => TaskPort;

/** A task with the number that its messages have. */
export interface NumberedTask {
  readonly id: number;
  readonly task: Task;
}

export type LossReason = 'timed-out' | 'failed';

export interface WatchedWorkerEvents {
  readonly onProgress: (steps: number) => void;
  /** The task is over. */
  readonly onEnd: (message: Extract<WorkerMessage, { readonly type: 'answer' | 'failed' }>) => void;
  /** The worker is ended and runs no task any more. */
  readonly onLost: (reason: LossReason) => void;
}

/** Milliseconds without a message after which a worker counts as dead or hung. */
export const silenceLimit = 10_000;
/** Additional milliseconds for each million characters, which are read in one step without messages. */
const silencePerMillion = 1_000;

const silenceOf = (task: Task): number =>
  silenceLimit +
  (textsOf(task) ?? []).reduce((sum, { text }) => sum + text.length, 0) *
    (silencePerMillion / 1_000_000);

/**
 * A worker that runs one task at a time. It is lost if it reports an error, sends no message in time, or
 * exceeds the time limit of its task.
 */
export class WatchedWorker {
  readonly #port: TaskPort;
  readonly #events: WatchedWorkerEvents;
  /** Keeps track of the texts and rows that the worker has. */
  readonly #sender = new TaskSender();
  #isReady = false;
  #running: NumberedTask | undefined;
  /** Whether the running task was sent as a whole. */
  #isPosted = false;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #limit: ReturnType<typeof setTimeout> | undefined;

  constructor(createPort: CreatePort, events: WatchedWorkerEvents) {
    this.#events = events;
    this.#port = createPort({
      onMessage: (message) => this.#hear(message),
      onError: () => this.#lose('failed'),
    });
  }

  /** Whether its script is loaded. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Sends large data in pieces before the task, with pauses for the page. */
  async run(numbered: NumberedTask): Promise<void> {
    this.#running = numbered;
    this.#isPosted = false;
    for (const piece of this.#sender.pieces(numbered.task)) {
      this.#port.post({ piece });
      await nextTask();
      // The task was cancelled or the worker lost; another task may send the same text from its start.
      if (this.#running !== numbered) return;
    }
    this.#port.post({ id: numbered.id, ...this.#sender.pack(numbered.task) });
    this.#isPosted = true;
    this.#expectMessage(numbered.task);
    this.#limitTime();
  }

  cancel(): void {
    if (this.#running) this.#port.post({ cancel: this.#running.id });
    this.#stop();
  }

  #hear(message: WorkerMessage): void {
    if (!this.#isReady) {
      this.#isReady = true;
      this.#limitTime();
    }
    if (message.type === 'ready') return;
    // A cancelled task may still send messages.
    if (!this.#running || message.id !== this.#running.id) return;
    if (message.type === 'working') {
      this.#events.onProgress(message.steps);
      this.#expectMessage(this.#running.task);
    } else {
      this.#stop();
      this.#events.onEnd(message);
    }
  }

  #expectMessage(task: Task): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose('timed-out'), silenceOf(task));
  }

  /** Loading the worker takes none of a task's time. */
  #limitTime(): void {
    if (!this.#running || !this.#isPosted || !this.#isReady) return;
    const milliseconds = timeLimits[this.#running.task.kind];
    if (milliseconds === undefined) return;
    this.#limit = setTimeout(() => this.#lose('timed-out'), milliseconds);
  }

  #lose(reason: LossReason): void {
    this.#stop();
    this.#port.end();
    this.#events.onLost(reason);
  }

  #stop(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#limit);
    this.#running = undefined;
  }
}
