let last: Promise<unknown> = Promise.resolve();

/**
 * Runs heavy pieces of work one after the other, each in a task of its own, so that the page answers
 * in between. Returns how to call the piece off.
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

/** A message arrives after input and painting; a timer would be delayed when nested. */
function nextTask(): Promise<void> {
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
