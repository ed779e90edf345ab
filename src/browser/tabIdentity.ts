import { readSession, removeSession, writeSession } from './sessionStorage';

const key = 'qbusiness-policies:tab';

let known: string | undefined;
/** Determined at the first call of `tabIdentity`. */
let isNewTab: boolean | undefined;

/** A random ID of letters and digits. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('');
}

/**
 * The ID of this tab. It survives a reload; a duplicated tab starts with the same ID. `isNew`: this page
 * was not open in the tab before.
 */
export function tabIdentity(): { readonly id: string; readonly isNew: boolean } {
  const stored = readSession(key);
  const isNew = (isNewTab ??= stored === null && known === undefined);
  return { id: stored ?? known ?? nameTab(), isNew };
}

/** Gives this tab a new ID, because another tab may have the same one. */
export function renameTab(): string {
  isNewTab = false;
  return nameTab();
}

function nameTab(): string {
  known = randomId();
  // Without storage the ID lasts until the page is left.
  writeSession(key, known);
  return known;
}

/** Removes the ID, so that the next start takes the tab for a new one. */
export function forgetTab(): void {
  known = undefined;
  isNewTab = undefined;
  removeSession(key);
}
