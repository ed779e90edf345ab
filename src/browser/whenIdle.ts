/** Milliseconds after the load by which the work starts even if the page is not idle. */
const idleTimeout = 3_000;

/** Runs the function once the page has loaded and is idle. Returns a function that cancels it. */
export function whenIdle(run: () => void): () => void {
  let cancel: (() => void) | undefined;
  const start = () => {
    cancel = onNextIdle(run);
  };
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
  return () => {
    window.removeEventListener('load', start);
    cancel?.();
  };
}

function onNextIdle(run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 300);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = window.requestIdleCallback(run, { timeout: idleTimeout });
  return () => {
    window.cancelIdleCallback(handle);
  };
}
