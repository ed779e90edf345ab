const key = 'qbusiness-policies:tab';

let known: string | undefined;

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
  try {
    const stored = sessionStorage.getItem(key);
    if (stored !== null) return { id: stored, isNew: false };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  const isNew = known === undefined;
  return { id: known ?? renameTab(), isNew };
}

/** Gives this tab another name, for when somebody else has the old one too. */
export function renameTab(): string {
  known = randomId();
  try {
    sessionStorage.setItem(key, known);
  } catch (error) {
    // Without storage the name lasts until the page goes.
    if (!(error instanceof DOMException)) throw error;
  }
  return known;
}
