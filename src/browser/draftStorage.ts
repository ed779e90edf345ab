import { storageArea } from './storageArea';

/** `unavailable`: storage is switched off or the page has no origin. `quota`: there is no room left. */
export type StorageFailure = 'unavailable' | 'quota';

export type StorageResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: StorageFailure };

/** Calls `act` with the storage. Any error is a failure of the storage, because `act` does nothing else. */
function attempt<Value>(act: (storage: Storage) => Value): StorageResult<Value> {
  const storage = storageArea('localStorage');
  if (storage === undefined) return { ok: false, failure: 'unavailable' };
  try {
    return { ok: true, value: act(storage) };
  } catch (error) {
    return { ok: false, failure: isQuotaError(error) ? 'quota' : 'unavailable' };
  }
}

/** The second name is used by older versions of Firefox. */
const isQuotaError = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'].includes(error.name);

/** The stored text; null when nothing is stored under the key. */
export function readStored(key: string): StorageResult<string | null> {
  return attempt((storage) => storage.getItem(key));
}

export function writeStored(key: string, text: string): StorageResult<undefined> {
  return attempt((storage) => {
    storage.setItem(key, text);
    return undefined;
  });
}

export function removeStored(key: string): StorageResult<undefined> {
  return attempt((storage) => {
    storage.removeItem(key);
    return undefined;
  });
}

/** The keys that start with the prefix. */
export function storedKeys(prefix: string): StorageResult<readonly string[]> {
  return attempt((storage) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    ),
  );
}

/** Calls back with the new text (null: removed) when another tab changes the key, or clears all keys. */
export function subscribeToStored(key: string, listener: (text: string | null) => void) {
  const handleStorage = (event: StorageEvent) => {
    if (event.storageArea !== null && event.storageArea !== storageArea('localStorage')) return;
    if (event.key === key || event.key === null) listener(event.newValue);
  };
  window.addEventListener('storage', handleStorage);
  return () => window.removeEventListener('storage', handleStorage);
}
