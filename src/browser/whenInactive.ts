import { whenIdle } from './whenIdle';

/** Milliseconds without input by key, pointer or wheel. */
const inactiveAfter = 5_000;

const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** Runs the function once the page has loaded and had no input for a while. Returns a function that cancels it. */
export function whenInactive(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stop();
      cancelIdle = whenIdle(run);
    }, inactiveAfter);
  };
  const stop = () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, wait, { capture: true });
  };
  for (const sign of signs) addEventListener(sign, wait, { capture: true, passive: true });
  let cancelIdle = whenIdle(wait);
  return () => {
    stop();
    cancelIdle();
  };
}
