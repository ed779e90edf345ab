const handleDrag = (event: DragEvent) => {
  const { dataTransfer } = event;
  if (event.defaultPrevented || dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
};

/** A file that is dropped where nobody takes it does nothing: the browser would open it in place of the page. */
export function ignoreDroppedFiles(): () => void {
  window.addEventListener('dragover', handleDrag);
  window.addEventListener('drop', handleDrag);
  return () => {
    window.removeEventListener('dragover', handleDrag);
    window.removeEventListener('drop', handleDrag);
  };
}
