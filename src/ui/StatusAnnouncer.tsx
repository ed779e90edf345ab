import { useSyncExternalStore } from 'react';
import { announcementStore } from './announcer';
import { VisuallyHidden } from './VisuallyHidden';

/** The live region for `announce`. One per page, near its root. */
export function StatusAnnouncer() {
  const { subscribe, getSnapshot } = announcementStore;
  const { number, message } = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return (
    <VisuallyHidden role="status">
      <span key={number}>{message}</span>
    </VisuallyHidden>
  );
}
