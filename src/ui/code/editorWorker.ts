import EditorWorker from 'monaco-editor/editor/editor.worker?worker';

/** Monaco's worker, from this origin. The single-file build puts the inlined one in its place. */
export const createEditorWorker = (): Worker => new EditorWorker();
