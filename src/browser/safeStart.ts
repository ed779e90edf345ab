import { readStored, removeStored, storedKeys, writeStored } from './draftStorage';
import { readSession, removeSession, writeSession } from './sessionStorage';
import { forgetTab, tabIdentity } from './tabIdentity';
import { readFragment, replaceFragment } from './urlFragment';
import { whenIdle } from './whenIdle';

/*
 * A way out for a page that freezes on what it restores. Each start leaves a mark before anything is
 * restored, and removes it once the page answers or is told that it goes: a frozen page is neither.
 * A mark that is found tells of a start that came to no end. Then this one begins empty, and what would
 * have been restored is set aside unread, until the person puts it back or removes it.
 */

const markPrefix = 'qbusiness-policies:starting:';
const asidePrefix = 'qbusiness-policies:aside:';
const localAside = `${asidePrefix}local:`;
const sessionAside = `${asidePrefix}session:`;
const addressAside = `${asidePrefix}address`;

/** Milliseconds of idleness after the load, within which everything has been restored. */
const answersAfter = 3_000;

/** Age in milliseconds from which the mark of another tab is no start that is still under way. */
const overdueAfter = 15_000;

/** What a start reads: keys of local storage by their beginning, and keys of the tab's own storage. */
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

/** Removed first, because both at once might be more than the storage holds. */
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

/** Call it before anything is restored; without a storage there is nothing to restore. */
export function beginStart(restored: RestoredKeys): void {
  const own = markPrefix + tabIdentity().id;
  const hasFrozen = keysOf(markPrefix).some(
    (key) => key === own || Date.now() - Number(textOf(key)) > overdueAfter,
  );
  if (hasFrozen) {
    setAside(restored);
    for (const key of keysOf(markPrefix)) removeStored(key);
  }
  writeStored(own, String(Date.now()));
  const end = () => {
    removeStored(own);
    window.removeEventListener('pagehide', end);
  };
  window.addEventListener('pagehide', end);
  whenIdle(() => setTimeout(end, answersAfter));
}

export const hasTextsAside = (): boolean => keysOf(asidePrefix).length > 0;

/** What was set aside, by the name that it had. */
export const textsAside = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keysOf(asidePrefix).map((key) => [key.slice(asidePrefix.length), textOf(key)]),
  );

/** Puts everything back where it was, for the next start to restore. */
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
  // As the tab that it was before: one that begins with what was worked on last.
  if (!hasOwn) forgetTab();
}

export function removeTextsAside(): void {
  for (const key of keysOf(asidePrefix)) removeStored(key);
}
