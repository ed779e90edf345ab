// A module that monaco-editor 0.57 exports without types.

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';
