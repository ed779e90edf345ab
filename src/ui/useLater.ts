import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '@/browser/afterPaint';

/**
 * The value, one frame late: it changes after the frame with the direct results of the change has been
 * painted. Unlike `useDeferredValue`, whose render may start before that frame.
 */
export function useLater<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value);
  useEffect(
    () =>
      afterPaint(() => {
        startTransition(() => setShown(() => value));
      }),
    [value],
  );
  return shown;
}
