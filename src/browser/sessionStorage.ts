import { storageArea } from './storageArea';

/** What this tab keeps under the key through a reload; null when nothing is there or nothing can be kept. */
export function readSession(key: string): string | null {
  try {
    return storageArea('sessionStorage')?.getItem(key) ?? null;
  } catch {
    // Whatever a storage throws is its refusal.
    return null;
  }
}

/** Keeps the text as long as the tab. False when the browser keeps nothing, or not so much. */
export function writeSession(key: string, text: string): boolean {
  const storage = storageArea('sessionStorage');
  try {
    storage?.setItem(key, text);
  } catch {
    return false;
  }
  return storage !== undefined;
}

/** Forgets what this tab keeps under the key. */
export function removeSession(key: string): void {
  try {
    storageArea('sessionStorage')?.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
