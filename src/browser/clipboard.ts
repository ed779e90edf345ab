/** `unavailable`: the page has no clipboard (not a secure context, old browser). `denied`: the browser or the person refused. */
export type ClipboardRefusalReason = 'unavailable' | 'denied';

export class ClipboardRefusal extends Error {
  override readonly name = 'ClipboardRefusal';
  readonly reason: ClipboardRefusalReason;

  constructor(reason: ClipboardRefusalReason, cause?: unknown) {
    super(`Clipboard ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Copies with `execCommand`, which works without a secure context, as for a page from disk, during a click. */
function copyBySelection(text: string) {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.readOnly = true;
  holder.style.position = 'fixed';
  holder.style.insetBlockStart = '0';
  holder.style.opacity = '0';
  const before = document.activeElement;
  // While a modal dialog is open, only text inside it can be selected.
  (before?.closest('dialog') ?? document.body).append(holder);
  holder.focus({ preventScroll: true });
  holder.select();
  const copied = typeof document.execCommand === 'function' && document.execCommand('copy');
  holder.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!copied) throw new ClipboardRefusal('unavailable');
}

async function writeLater(clipboard: Clipboard, text: Promise<string>) {
  if (typeof ClipboardItem === 'undefined') return clipboard.writeText(await text);
  // Safari refuses a write after an await; it accepts a promise inside the item.
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  return clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/**
 * Copies the text to the clipboard. Call it in a click handler.
 * @throws {ClipboardRefusal} when nothing was copied; an error of `text` itself is passed on
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  if (clipboard === undefined) {
    copyBySelection(await text);
    return;
  }
  try {
    await (typeof text === 'string' ? clipboard.writeText(text) : writeLater(clipboard, text));
  } catch (error) {
    await text;
    throw new ClipboardRefusal('denied', error);
  }
}
