import { nextTask } from '@/browser/nextTask';

export interface StepsRun {
  /** Milliseconds of work between two pauses. */
  readonly slice: number;
  /** Called after each slice with the number of steps done; true ends the work. */
  readonly onPause: (steps: number) => boolean;
}

/** Runs a generator in slices, with a pause after each. Undefined if `onPause` ended it before it was done. */
export async function runSteps<Result>(
  work: Generator<void, Result>,
  { slice, onPause }: StepsRun,
): Promise<{ readonly result: Result } | undefined> {
  for (let steps = 0; ;) {
    const sliceEnd = performance.now() + slice;
    do {
      const { done, value } = work.next();
      if (done) return { result: value };
      steps += 1;
    } while (performance.now() < sliceEnd);
    if (onPause(steps)) return undefined;
    await nextTask();
    // Messages that arrived during the pause may have cancelled the work.
    if (onPause(steps)) return undefined;
  }
}
