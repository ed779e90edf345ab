import { readStored, removeStored, storedKeys, writeStored } from '@/browser/draftStorage';
import { namedDraftsKey, tabPrefix } from './storageKeys';

/** Removes every form and draft that is stored, in whatever tab it was typed. Returns what puts it back. */
export function clearStorage(): () => void {
  const tabs = storedKeys(tabPrefix);
  const keys = [...(tabs.ok ? tabs.value : []), namedDraftsKey];
  const before = keys.flatMap((key) => {
    const stored = readStored(key);
    return stored.ok && stored.value !== null ? [[key, stored.value] as const] : [];
  });
  for (const key of keys) removeStored(key);
  return () => {
    for (const [key, text] of before) writeStored(key, text);
  };
}
