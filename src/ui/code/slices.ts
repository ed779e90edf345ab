import { nextTask } from '@/browser/nextTask';

let last: Promise<unknown> = Promise.resolve();

/**
 * Queues work, each piece to run in its own task, so that the page can respond in between. Returns a
 * function that cancels the piece.
 */
export function inSlices(work: () => void): () => void {
  let isWanted = true;
  const run = async () => {
    await nextTask();
    if (isWanted) work();
  };
  last = last.then(run, run);
  return () => {
    isWanted = false;
  };
}
