import workerUrl from 'monaco-editor/editor/editor.worker?worker&url';

interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string;
}

declare global {
  /** Trusted Types, where the browser has them; the policy's strings are the browser's own objects. */
  var trustedTypes:
    | { readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy }
    | undefined;
}

/** The one script that may become a worker; the Content-Security-Policy names this policy. */
const policy = globalThis.trustedTypes?.createPolicy('editor-worker', {
  createScriptURL: () => workerUrl,
});

/** Monaco's worker, from this origin. The single-file build puts the inlined one in its place. */
export const createEditorWorker = (): Worker =>
  new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
