/** Calls back when the page is hidden, left or closed; a hidden page may be shown again. */
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

/** Reloads the page. */
export function reloadPage(): void {
  location.reload();
}
