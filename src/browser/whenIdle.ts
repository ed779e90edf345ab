/** The latest moment, in milliseconds after the page has loaded, to start without an idle moment. */
const idleTimeout = 3_000;

/** Runs once the page has loaded and has nothing to do. Returns how to call it off. */
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
