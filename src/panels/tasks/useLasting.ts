import { useEffect, useState } from 'react';

/** Milliseconds; shorter states are not shown, because they would only flicker. */
const lasting = 300;

/** True once the state has lasted for some time. */
export function useLasting(isSo: boolean): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setHasLasted(true), lasting);
    return () => {
      clearTimeout(timer);
      setHasLasted(false);
    };
  }, [isSo]);
  return isSo && hasLasted;
}
