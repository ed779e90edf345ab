/** What this tab keeps under the key through a reload; null when nothing is there or nothing can be kept. */
export function readSession(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Keeps the text as long as the tab. False when the browser keeps nothing, or not so much. */
export function writeSession(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
