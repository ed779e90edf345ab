import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { pageUpdate } from '@/browser/serviceWorker';

const UpdateNotice = lazy(() => import('./UpdateNotice'));

/** Shows a notice once a newer version of the page is waiting. */
export function PageUpdate() {
  const isReady = useSyncExternalStore(
    pageUpdate.subscribe,
    pageUpdate.getSnapshot,
    pageUpdate.getServerSnapshot,
  );
  const [isDismissed, setIsDismissed] = useState(false);
  return (
    isReady &&
    !isDismissed && (
      <Suspense>
        <UpdateNotice onDismiss={() => setIsDismissed(true)} />
      </Suspense>
    )
  );
}
