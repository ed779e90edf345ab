/**
 * The clipboard service of Monaco, used by the find box and the copy button of hovers. Replaces Monaco's
 * own, which in Safari starts writing to the clipboard at every click in an editor.
 *
 * @see https://microsoft.github.io/monaco-editor/docs.html#interfaces/editor_editor_api.editor.IEditorOverrideServices.html
 */
export const clipboardService = {
  _serviceBrand: undefined,
  findText: '',
  triggerPaste: () => undefined,
  writeText: (text: string) => navigator.clipboard.writeText(text),
  // Not needed here, and the browser would ask for permission.
  readText: () => Promise.resolve(''),
  readFindText: () => Promise.resolve(clipboardService.findText),
  writeFindText: (text: string) => {
    clipboardService.findText = text;
    return Promise.resolve();
  },
  readResources: () => Promise.resolve([]),
  writeResources: () => Promise.resolve(),
  hasResources: () => Promise.resolve(false),
  readImage: () => Promise.resolve(new Uint8Array()),
  clearInternalState: () => {},
};
