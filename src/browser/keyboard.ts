const isEditable = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"], [type="file"])',
  ) !== null;

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog, [role="dialog"]') !== null;

export interface KeyPress {
  /** The key by the keyboard layout: `z`, `?`. */
  readonly key: string;
  /** The physical key, independent of the layout: `KeyK`. */
  readonly code: string;
  /** Control, or Command on an Apple keyboard. */
  readonly primary: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Whether the focus is in a field, list or editor, which may use the key itself. */
  readonly inField: boolean;
  /** Whether the focus is in a modal dialog. */
  readonly inDialog: boolean;
}

/** False while prerendering. */
export const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** False while prerendering. */
export const isWindows = (): boolean =>
  typeof navigator !== 'undefined' && /Windows/.test(navigator.userAgent);

/** Calls back for each key press that was not handled before. If the listener returns true, the browser's default is prevented. */
export function subscribeToKeys(listener: (press: KeyPress) => boolean): () => void {
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const { key, code, altKey, shiftKey, target } = event;
    const handled = listener({
      key: key.length === 1 ? key.toLowerCase() : key,
      code,
      primary: isApple() ? event.metaKey : event.ctrlKey,
      alt: altKey,
      shift: shiftKey,
      inField: isEditable(target),
      inDialog: isInDialog(target),
    });
    if (handled) event.preventDefault();
  };
  window.addEventListener('keydown', handleKeyDown);
  return () => window.removeEventListener('keydown', handleKeyDown);
}

/** Calls back with the text of a paste that no field, editor or dialog takes. */
export function subscribeToPaste(listener: (text: string) => void): () => void {
  const handlePaste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || isEditable(event.target) || isInDialog(event.target)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    listener(text);
  };
  document.addEventListener('paste', handlePaste);
  return () => document.removeEventListener('paste', handlePaste);
}
