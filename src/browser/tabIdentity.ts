import { readSession, removeSession, writeSession } from './sessionStorage';

const key = 'qbusiness-policies:tab';

let known: string | undefined;
/** Decided by the first who asks, whoever asks next. */
let isNewTab: boolean | undefined;

/** Letters and digits that nobody else has. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('');
}

/**
 * Names this tab. A reload keeps the name; a duplicated tab starts with the same one. `isNew`: no
 * page was here before in this tab.
 */
export function tabIdentity(): { readonly id: string; readonly isNew: boolean } {
  const stored = readSession(key);
  const isNew = (isNewTab ??= stored === null && known === undefined);
  return { id: stored ?? known ?? nameTab(), isNew };
}

/** Gives this tab another name, for when somebody else has the old one too. */
export function renameTab(): string {
  isNewTab = false;
  return nameTab();
}

function nameTab(): string {
  known = randomId();
  // Without storage the name lasts until the page goes.
  writeSession(key, known);
  return known;
}

/** Makes this tab one in which no page was before, from the next start on. */
export function forgetTab(): void {
  known = undefined;
  isNewTab = undefined;
  removeSession(key);
}
