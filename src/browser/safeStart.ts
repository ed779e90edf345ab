import { readStored, removeStored, storedKeys, writeStored } from './draftStorage';
import { readSession, removeSession, writeSession } from './sessionStorage';
import { hasFrozenStart, markStart } from './startMarks';
import { forgetTab, tabIdentity } from './tabIdentity';
import { readFragment, replaceFragment } from './urlFragment';
import { whenIdle } from './whenIdle';

/*
 * Protects against restored data that freezes the page. Each start sets a mark in the storage before
 * anything is restored, and removes it once the page responds or is closed; a frozen page does neither.
 * After a start that froze, the next one begins empty: the data that would have been restored is moved to
 * other keys, unread, until the person restores or removes it.
 */

const asidePrefix = 'qbusiness-policies:aside:';
const localAside = `${asidePrefix}local:`;
const sessionAside = `${asidePrefix}session:`;
const addressAside = `${asidePrefix}address`;

/** Milliseconds after the load until an idle page counts as responding: by then everything is restored. */
const answersAfter = 3_000;

/** The keys that a start restores: those of local storage with this prefix, and keys of session storage. */
export interface RestoredKeys {
  readonly localPrefix: string;
  readonly sessionKeys: readonly string[];
}

const keysOf = (prefix: string): readonly string[] => {
  const keys = storedKeys(prefix);
  return keys.ok ? keys.value : [];
};

const textOf = (key: string): string => {
  const stored = readStored(key);
  return (stored.ok ? stored.value : null) ?? '';
};

/** Moves a text to another key. The old one is removed first, because both might exceed the storage. */
function move(key: string, to: string) {
  const text = textOf(key);
  removeStored(key);
  if (!writeStored(to, text).ok) writeStored(key, text);
}

function setAside({ localPrefix, sessionKeys }: RestoredKeys) {
  for (const key of keysOf(localPrefix)) move(key, localAside + key);
  for (const key of sessionKeys) {
    const text = readSession(key);
    if (text !== null && writeStored(sessionAside + key, text).ok) removeSession(key);
  }
  const fragment = readFragment();
  if (fragment !== '') {
    writeStored(addressAside, fragment);
    replaceFragment('');
  }
}

/**
 * Call it before anything is restored. If it returns a promise, restore nothing before that resolves.
 * Does nothing without a storage.
 */
export function beginStart(restored: RestoredKeys): void | Promise<void> {
  const begin = (isAfterFrozen: boolean) => {
    if (isAfterFrozen) setAside(restored);
    const unmark = markStart();
    const end = () => {
      unmark();
      window.removeEventListener('pagehide', end);
    };
    window.addEventListener('pagehide', end);
    whenIdle(() => setTimeout(end, answersAfter));
  };
  const found = hasFrozenStart();
  return typeof found === 'boolean' ? begin(found) : found.then(begin);
}

export const hasTextsAside = (): boolean => keysOf(asidePrefix).length > 0;

/** The texts that were set aside, by their former keys. */
export const textsAside = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keysOf(asidePrefix).map((key) => [key.slice(asidePrefix.length), textOf(key)]),
  );

/** Moves the texts back to their keys, so that the next start restores them. */
export function putBackTextsAside({ localPrefix, sessionKeys }: RestoredKeys): void {
  const hasOwn =
    textOf(localPrefix + tabIdentity().id) !== '' ||
    sessionKeys.some((key) => readSession(key) !== null);
  for (const key of keysOf(sessionAside)) {
    if (writeSession(key.slice(sessionAside.length), textOf(key))) removeStored(key);
  }
  const fragment = textOf(addressAside);
  removeStored(addressAside);
  for (const key of keysOf(localAside)) move(key, key.slice(localAside.length));
  replaceFragment(fragment);
  // If the tab had no texts, its next start is that of a new tab, which copies the latest form.
  if (!hasOwn) forgetTab();
}

export function removeTextsAside(): void {
  for (const key of keysOf(asidePrefix)) removeStored(key);
}
