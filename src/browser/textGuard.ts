import { isTangled } from './tangledText';

/** Why a text was not inserted. */
export type TextRefusal =
  | { readonly kind: 'long'; readonly length: number }
  | { readonly kind: 'tangled' }
  /** It was longer than any value and came before there was a guard; index.html keeps those out. */
  | { readonly kind: 'early' };

/** What the script in index.html and the guard tell each other. */
const { dataset } = document.documentElement;

/**
 * Keeps texts away on which a browser would be busy for seconds, and calls back instead. Every text that
 * is pasted, dropped or entered otherwise is judged before anybody else sees it; as what the field would
 * hold with it, since two harmless texts can make one that is not.
 *
 * Long texts are kept out of fields only: places that handle them take them from the paste, before the
 * browser would insert them, or say so with `[data-long-texts]`.
 *
 * @param limit in UTF-16 units
 */
export function guardTexts(limit: number, onRefused: (refusal: TextRefusal) => void): () => void {
  const handle = (event: Event) => {
    const refusal = event.cancelable ? judge(event, limit) : undefined;
    if (refusal === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onRefused(refusal);
  };
  const kinds = ['paste', 'drop', 'beforeinput'];
  for (const kind of kinds) window.addEventListener(kind, handle, { capture: true });
  if ('textHeld' in dataset) onRefused({ kind: 'early' });
  delete dataset['textHeld'];
  dataset['textGuard'] = '';
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, handle, { capture: true });
  };
}

function judge(event: Event, limit: number): TextRefusal | undefined {
  const text = textOf(event);
  if (event instanceof InputEvent && text.length > limit && !takesLongTexts(event.target)) {
    return { kind: 'long', length: text.length };
  }
  return isTangled(text) || isTangled(textWith(text, event.target))
    ? { kind: 'tangled' }
    : undefined;
}

function textOf(event: Event): string {
  if (event instanceof InputEvent) {
    return event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  }
  if (event instanceof ClipboardEvent) return event.clipboardData?.getData('text/plain') ?? '';
  return event instanceof DragEvent ? (event.dataTransfer?.getData('text/plain') ?? '') : '';
}

const takesLongTexts = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-long-texts]') !== null;

/** What the field would hold with the text in place of what is selected; only the text where there is no field. */
function textWith(text: string, target: EventTarget | null): string {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return text;
  const { value, selectionStart, selectionEnd } = target;
  return (
    value.slice(0, selectionStart ?? value.length) +
    text +
    value.slice(selectionEnd ?? value.length)
  );
}
