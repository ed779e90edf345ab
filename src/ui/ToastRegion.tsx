import { lazy, Suspense, useEffect, useId, useSyncExternalStore } from 'react';
import { addToastRegion, shownToastRegion, toastStore } from './toast';

const ToastSnackbar = lazy(() => import('./ToastSnackbar'));

/** Shows the toasts of `showToast`, one at a time. One for the page, one in each modal dialog. */
export function ToastRegion() {
  const id = useId();
  const { subscribe, getSnapshot, getServerSnapshot } = toastStore;
  const current = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot);
  const shownRegion = useSyncExternalStore(subscribe, shownToastRegion, getServerSnapshot);
  useEffect(() => addToastRegion(id), [id]);
  return (
    // Always rendered: a live region announces only changes of its content.
    <div role="status">
      {current !== undefined && shownRegion === id && (
        <Suspense>
          <ToastSnackbar key={current.id} toast={current} />
        </Suspense>
      )}
    </div>
  );
}
