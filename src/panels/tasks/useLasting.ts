import { useEffect, useState } from 'react';

/** Milliseconds; what is over sooner would only flicker. */
const lasting = 300;

/** True once the state has lasted for a moment. */
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
