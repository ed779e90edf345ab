/**
 * Keeps texts out of fields that would keep the page from answering: a field draws and measures all that
 * it holds. Within `[data-long-texts]` they are somebody else's matter.
 *
 * @param limit in UTF-16 units
 */
export function refuseLongTexts(limit: number, onRefused: (length: number) => void): () => void {
  const handleInput = (event: InputEvent) => {
    const { data, dataTransfer, target } = event;
    const { length } = data ?? dataTransfer?.getData('text/plain') ?? '';
    const isElsewhere = target instanceof Element && target.closest('[data-long-texts]') !== null;
    if (length <= limit || isElsewhere) return;
    event.preventDefault();
    onRefused(length);
  };
  document.addEventListener('beforeinput', handleInput, { capture: true });
  return () => document.removeEventListener('beforeinput', handleInput, { capture: true });
}
