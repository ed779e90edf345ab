import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { hasTextsAside } from '@/browser/safeStart';

const EmptyStartNotice = lazy(() => import('./EmptyStartNotice'));

const neverChanges = () => () => undefined;

/** Shows a notice if this start is empty because the one before froze (see `safeStart`). */
export function EmptyStart() {
  const isEmptyStart = useSyncExternalStore(neverChanges, hasTextsAside, () => false);
  const [isDone, setIsDone] = useState(false);
  return (
    isEmptyStart &&
    !isDone && (
      <Suspense>
        <EmptyStartNotice onDone={() => setIsDone(true)} />
      </Suspense>
    )
  );
}
