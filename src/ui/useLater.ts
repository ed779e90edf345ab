import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '@/browser/afterPaint';

/**
 * The value as it was, until what depends on it at once is painted. Unlike `useDeferredValue`, whose
 * work may begin before that frame.
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
