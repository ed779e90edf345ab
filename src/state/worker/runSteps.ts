export interface StepsRun {
  /** Milliseconds of work after which whoever waits is let in. */
  readonly slice: number;
  /** Called after each slice with the number of steps done; true ends the work. */
  readonly onPause: (steps: number) => boolean;
}

/** Does work that pauses, slice by slice. Undefined when it was ended before it was done. */
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
    // What came in meanwhile may have ended it.
    if (onPause(steps)) return undefined;
  }
}

/** A message comes after input and painting; a timer would be delayed when nested. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
