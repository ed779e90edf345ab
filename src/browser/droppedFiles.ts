const handleDrag = (event: DragEvent) => {
  const { dataTransfer } = event;
  if (event.defaultPrevented || dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
};

/** Ignores files that are dropped outside of drop areas; the browser would otherwise leave the page to open them. */
export function ignoreDroppedFiles(): () => void {
  window.addEventListener('dragover', handleDrag);
  window.addEventListener('drop', handleDrag);
  return () => {
    window.removeEventListener('dragover', handleDrag);
    window.removeEventListener('drop', handleDrag);
  };
}
