import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { hasTextsAside } from '@/browser/safeStart';

const EmptyStartNotice = lazy(() => import('./EmptyStartNotice'));

const neverChanges = () => () => undefined;

/** Nothing, unless this start is an empty one because the one before came to no end. */
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
