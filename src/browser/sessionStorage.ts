import { storageArea } from './storageArea';

/** The text of session storage under the key; null if there is none or storage is not available. */
export function readSession(key: string): string | null {
  try {
    return storageArea('sessionStorage')?.getItem(key) ?? null;
  } catch {
    // Any error means that storage is not available.
    return null;
  }
}

/** Stores the text for the lifetime of the tab. False if storage is not available or full. */
export function writeSession(key: string, text: string): boolean {
  const storage = storageArea('sessionStorage');
  try {
    storage?.setItem(key, text);
  } catch {
    return false;
  }
  return storage !== undefined;
}

/** Removes the text under the key from session storage. */
export function removeSession(key: string): void {
  try {
    storageArea('sessionStorage')?.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
