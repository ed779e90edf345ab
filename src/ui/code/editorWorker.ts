import workerUrl from 'monaco-editor/editor/editor.worker?worker&url';
import { trustedScriptUrl } from '@/browser/trustedScriptUrl';

const toEditorWorker = trustedScriptUrl('editor-worker', workerUrl);

/** Monaco's worker, from this origin; the single-file build carries it in a `data:` address. */
export const createEditorWorker = (): Worker => new Worker(toEditorWorker(), { type: 'module' });
