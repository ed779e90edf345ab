import { readStored, removeStored, storedKeys, writeStored } from '@/browser/draftStorage';
import { namedDraftsKey, tabPrefix } from './storageKeys';

/** Removes the stored forms of all tabs, and all drafts. Returns a function that restores them. */
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
