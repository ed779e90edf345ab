/** `refused`: the browser limits how often entries may be written, or the value is too large for one. */
export type EntryWrite = 'written' | 'refused';

function write(key: string, value: unknown, method: 'replaceState' | 'pushState'): EntryWrite {
  const before: unknown = history.state;
  const state = { ...(typeof before === 'object' ? before : null), [key]: value };
  try {
    history[method](state, '');
  } catch (error) {
    if (error instanceof DOMException) return 'refused';
    throw error;
  }
  return 'written';
}

/** What this entry of the tab's history holds under the key; undefined when nothing was put there. */
export function readEntry(key: string): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null
    ? Object.entries(state).find(([name]) => name === key)?.[1]
    : undefined;
}

/** Keeps the value with the current entry, out of the address. It survives a reload. */
export function replaceEntry(key: string, value: unknown): EntryWrite {
  return write(key, value, 'replaceState');
}

/** Makes a new entry with the same address, so that Back returns to the one before. */
export function pushEntry(key: string, value: unknown): EntryWrite {
  return write(key, value, 'pushState');
}

/** Calls back after Back and Forward with what the entry holds under the key. */
export function subscribeToEntries(key: string, listener: (value: unknown) => void): () => void {
  const handlePopState = () => listener(readEntry(key));
  window.addEventListener('popstate', handlePopState);
  return () => window.removeEventListener('popstate', handlePopState);
}
