/** Calls back when the page may be about to go: hidden, left, closed. It may come back. */
export function subscribeToLeaving(listener: () => void): () => void {
  const handleVisibility = () => {
    if (document.visibilityState === 'hidden') listener();
  };
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', handleVisibility);
  return () => {
    window.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', handleVisibility);
  };
}

/** Starts the page again. */
export function reloadPage(): void {
  location.reload();
}
