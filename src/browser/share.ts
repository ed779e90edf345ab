/**
 * Whether the browser opens the share sheet of the system for this. Chrome takes no archives and no
 * JSON files; Safari does.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Navigator/canShare
 */
export function canShare(data: ShareData): boolean {
  return (
    typeof navigator !== 'undefined' &&
    typeof navigator.canShare === 'function' &&
    navigator.canShare(data)
  );
}

/**
 * Opens the share sheet; false if it was closed without sharing anything. Call it soon after a click.
 *
 * @throws DOMException if the browser refuses.
 */
export async function share(data: ShareData): Promise<boolean> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}
