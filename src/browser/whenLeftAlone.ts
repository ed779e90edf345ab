import { whenIdle } from './whenIdle';

/** Milliseconds without a key, a click or a turn of the wheel. */
const leftAloneAfter = 5_000;

const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** Runs once the page has loaded and nobody has touched it for a while. Returns how to call it off. */
export function whenLeftAlone(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stop();
      cancelIdle = whenIdle(run);
    }, leftAloneAfter);
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
