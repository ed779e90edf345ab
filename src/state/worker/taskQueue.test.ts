import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { timeLimits, type TaskInput } from './tasks';
import type { WorkerMessage, WorkerRequest } from './taskMessages';
import { TaskFailure, taskQueue } from './taskQueue';
import { silenceLimit, type TaskPortEvents } from './watchedWorker';

const input: TaskInput<'fix'> = { text: '{"Version":"2012-10-17",,"Statement":[]}' };
const repaired = '{"Version":"2012-10-17","Statement":[]}';

interface StartedWorker {
  readonly requests: WorkerRequest[];
  readonly events: TaskPortEvents;
  isOver: boolean;
}

/** Fake workers that send only the messages of the test. */
function scriptedWorkers() {
  const started: StartedWorker[] = [];
  const queue = taskQueue((events) => {
    const worker: StartedWorker = { requests: [], events, isOver: false };
    started.push(worker);
    return {
      post: (request) => worker.requests.push(request),
      end: () => {
        worker.isOver = true;
      },
    };
  });
  const say = (number: number, message: WorkerMessage) =>
    started[number]?.events.onMessage(message);
  return { queue, started, say };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a worker that answers', () => {
  test('gets one task after the other', async () => {
    const { queue, started, say } = scriptedWorkers();
    const first = queue.run('fix', input);
    const second = queue.run('fix', input);
    expect(started).toHaveLength(1);
    expect(started[0]?.requests).toHaveLength(1);
    say(0, { id: 1, type: 'answer', answer: 'one' });
    expect(started[0]?.requests).toHaveLength(2);
    say(0, { id: 2, type: 'answer', answer: 'two' });
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  test('is not taken for dead as long as it gives signs of life', async () => {
    const { queue, started, say } = scriptedWorkers();
    const onProgress = vi.fn<(steps: number) => void>();
    const answer = queue.run('fix', input, { onProgress });
    for (let steps = 1; steps <= 5; steps += 1) {
      vi.advanceTimersByTime(silenceLimit - 1);
      say(0, { id: 1, type: 'working', steps });
    }
    expect(onProgress.mock.calls).toEqual([[1], [2], [3], [4], [5]]);
    say(0, { id: 1, type: 'answer', answer: 'late' });
    expect(await answer).toBe('late');
    expect(started).toHaveLength(1);
  });

  test('leaves a task that is cancelled, and what it still says of it counts for nothing', async () => {
    const { queue, started, say } = scriptedWorkers();
    const stop = new AbortController();
    const first = queue.run('fix', input, { signal: stop.signal });
    const second = queue.run('fix', input);
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(started[0]?.requests.slice(1)).toEqual([
      { cancel: 1 },
      { id: 2, task: { kind: 'fix', input } },
    ]);
    say(0, { id: 1, type: 'answer', answer: 'of the first' });
    say(0, { id: 2, type: 'answer', answer: 'of the second' });
    expect(await second).toBe('of the second');
  });
});

describe('a task with a long text', () => {
  const text = 'text '.repeat(1_000_000);
  const question: TaskInput<'check'> = {
    texts: [{ serial: 1, text, kinds: {} }],
    expected: { saidBy: 'the form' },
    isEveryRoleShown: false,
    role: undefined,
  };
  const sent = (worker: StartedWorker | undefined) =>
    (worker?.requests ?? []).map((request) =>
      'piece' in request
        ? 'text' in request.piece && request.piece.text.start
        : 'cancel' in request
          ? 'cancel'
          : request.id,
    );

  test('is sent in pieces, each in a turn of its own', async () => {
    const { queue, started, say } = scriptedWorkers();
    const answer = queue.run('check', question);
    expect(sent(started[0])).toEqual([0]);
    await vi.waitUntil(() => sent(started[0]).includes(1), { interval: 1 });
    expect(sent(started[0])).toEqual([0, 2_000_000, 4_000_000, 1]);
    say(0, { id: 1, type: 'failed', message: 'enough' });
    await expect(answer).rejects.toThrow('enough');
  });

  test('that is cancelled amid its pieces lets the next one send them anew', async () => {
    const { queue, started } = scriptedWorkers();
    const stop = new AbortController();
    const first = queue.run('check', question, { signal: stop.signal });
    void queue.run('check', question);
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitUntil(() => sent(started[0]).includes(2), { interval: 1 });
    expect(sent(started[0])).toEqual([0, 'cancel', 0, 2_000_000, 4_000_000, 2]);
  });
});

describe('a task with a time limit', () => {
  const paste: TaskInput<'recognise'> = { text: 'us-east-1', length: 9 };
  const limit = timeLimits.recognise ?? 0;

  test('has no more time than that, whatever signs of life come', async () => {
    const { queue, started, say } = scriptedWorkers();
    const failure = queue.run('recognise', paste).catch((error: unknown) => error);
    for (const worker of [0, 1]) {
      say(worker, { type: 'ready' });
      for (let steps = 1; steps <= 3; steps += 1) {
        vi.advanceTimersByTime(limit / 3);
        say(worker, { id: 1, type: 'working', steps });
      }
    }
    expect(await failure).toMatchObject({ name: 'TaskFailure', reason: 'timed-out' });
    expect(started.map(({ isOver }) => isOver)).toEqual([true, true]);
  });

  test('that was cancelled leaves its limit to no other', async () => {
    const { queue, started, say } = scriptedWorkers();
    const stop = new AbortController();
    const first = queue.run('recognise', paste, { signal: stop.signal });
    say(0, { type: 'ready' });
    vi.advanceTimersByTime(limit - 1);
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    void queue.run('recognise', paste);
    vi.advanceTimersByTime(limit - 1);
    expect(started).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(started).toHaveLength(2);
  });

  test('loses none of it while the worker is loaded', () => {
    const { queue, started, say } = scriptedWorkers();
    void queue.run('recognise', paste);
    vi.advanceTimersByTime(limit + 1);
    say(0, { type: 'ready' });
    vi.advanceTimersByTime(limit - 1);
    expect(started).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(started).toHaveLength(2);
  });

  test('ends in time where there is no worker, too', async () => {
    vi.useRealTimers();
    const queue = taskQueue(undefined);
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    // Each reading of the clock is a second later.
    clock.mockImplementation(() => (now += 1_000));
    await expect(queue.run('recognise', paste)).rejects.toMatchObject({ reason: 'timed-out' });
    clock.mockRestore();
    expect(await queue.run('recognise', paste)).toMatchObject({
      candidates: [{ values: { region: 'us-east-1' } }],
    });
  });
});

test('without a worker, the time in which the code is loaded counts for nothing', async () => {
  vi.useRealTimers();
  const clock = vi.spyOn(performance, 'now');
  let now = 0;
  clock.mockImplementation(() => (now += 20));
  const answer = taskQueue(undefined).run('recognise', { text: 'us-east-1', length: 9 });
  now += 10_000;
  await expect(answer).resolves.toHaveProperty('candidates');
  clock.mockRestore();
});

describe('a worker that is lost', () => {
  test('silently is replaced, and the other one answers', async () => {
    const { queue, started, say } = scriptedWorkers();
    const answer = queue.run('fix', input);
    vi.advanceTimersByTime(silenceLimit);
    expect(started.map(({ isOver }) => isOver)).toEqual([true, false]);
    expect(started[1]?.requests).toEqual([{ id: 1, task: { kind: 'fix', input } }]);
    say(1, { id: 1, type: 'answer', answer: 'after all' });
    expect(await answer).toBe('after all');
  });

  test('twice over the same task makes the task fail, and the next one goes on', async () => {
    const { queue, started, say } = scriptedWorkers();
    const first = queue.run('fix', input);
    const second = queue.run('fix', { text: '{}' });
    const failure = first.catch((error: unknown) => error);
    vi.advanceTimersByTime(2 * silenceLimit);
    expect(await failure).toBeInstanceOf(TaskFailure);
    expect(started).toHaveLength(3);
    say(2, { id: 2, type: 'answer', answer: '{}' });
    expect(await second).toBe('{}');
  });

  test('in the middle of its work is replaced too', async () => {
    const { queue, started, say } = scriptedWorkers();
    const answer = queue.run('fix', input);
    say(0, { id: 1, type: 'working', steps: 1 });
    started[0]?.events.onError();
    say(1, { id: 1, type: 'answer', answer: 'again' });
    expect(await answer).toBe('again');
  });

  test('before it said anything cannot be had, and the work is done here', async () => {
    vi.useRealTimers();
    const { queue, started } = scriptedWorkers();
    const answer = queue.run('fix', input);
    started[0]?.events.onError();
    expect(await answer).toBe(repaired);
    expect(await queue.run('fix', input)).toBe(repaired);
    expect(started).toHaveLength(1);
  });

  test('because the task throws says why', async () => {
    const { queue, say } = scriptedWorkers();
    const answer = queue.run('fix', input);
    say(0, { id: 1, type: 'failed', message: 'RangeError: no' });
    await expect(answer).rejects.toThrow('RangeError: no');
  });
});

test('a page without workers does the work itself, and stops when it is cancelled', async () => {
  vi.useRealTimers();
  const queue = taskQueue(undefined);
  expect(await queue.run('fix', input)).toBe(repaired);
  const stop = new AbortController();
  const called = queue.run('fix', input, { signal: stop.signal });
  stop.abort();
  await expect(called).rejects.toMatchObject({ name: 'AbortError' });
  expect(await queue.run('fix', input)).toBe(repaired);
});
