/**
 * Monaco's clipboard, for the find box and the copy button of explanations; copying text is the
 * browser's own. Monaco's own service begins, in Safari, to write to the clipboard at every click in
 * an editor.
 *
 * @see https://microsoft.github.io/monaco-editor/docs.html#interfaces/editor_editor_api.editor.IEditorOverrideServices.html
 */
export const clipboardService = {
  _serviceBrand: undefined,
  findText: '',
  triggerPaste: () => undefined,
  writeText: (text: string) => navigator.clipboard.writeText(text),
  // Reading would ask the person for leave; nothing here needs it.
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
