/**
 * Refuses to paste or drop texts into fields that are so long that laying them out would block the page.
 * Elements within `[data-long-texts]` handle long texts themselves.
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
