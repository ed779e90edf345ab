import { editor, Uri } from 'monaco-editor/editor';
import type { CodeLanguage } from './highlight';
import { changedRanges } from './lineChanges';
import { monacoRange } from './monaco';
import { movePosition, replaceText } from './replaceText';
import type { EditorRange } from './textRange';

const users = new Map<string, number>();
const viewStates = new Map<string, editor.ICodeEditorViewState>();

export const uriOf = (path: string): Uri => Uri.from({ scheme: 'inmemory', path: `/${path}` });

export const modelOf = (path: string): editor.ITextModel | null => editor.getModel(uriOf(path));

/** Creates a model, which the caller must dispose. */
export function createModel(text: string, language: CodeLanguage, uri?: Uri): editor.ITextModel {
  const model = editor.createModel(text, language, uri);
  // The editor's own option of this name applies only to models that the editor creates.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return model;
}

export interface HeldModel {
  readonly model: editor.ITextModel;
  /** Releases the model; it is disposed when all its users have released it. */
  readonly release: () => void;
}

/** The one model of a path. */
export function holdModel(path: string, language: CodeLanguage, text: string): HeldModel {
  const uri = uriOf(path);
  const model = editor.getModel(uri) ?? createModel(text, language, uri);
  users.set(path, (users.get(path) ?? 0) + 1);
  return {
    model,
    release() {
      const left = (users.get(path) ?? 1) - 1;
      if (left > 0) {
        users.set(path, left);
        return;
      }
      users.delete(path);
      model.dispose();
    },
  };
}

/** Saves cursor, selection, scroll position and folding for the next time the path is shown. */
export function rememberView(path: string, shown: editor.ICodeEditor): void {
  const state = shown.saveViewState();
  if (state) viewStates.set(path, state);
}

export function restoreView(path: string, shown: editor.ICodeEditor): void {
  shown.restoreViewState(viewStates.get(path) ?? null);
}

/**
 * Replaces the changed lines of a read-only text; cursors keep their lines and columns. Returns the new
 * ranges.
 */
export function updateText(shown: editor.ICodeEditor, next: string): readonly EditorRange[] {
  const model = shown.getModel();
  const previous = model?.getValue() ?? next;
  if (!model || previous === next) return [];
  const edits = replaceText(previous, next);
  const selections = shown.getSelections() ?? [];
  model.applyEdits(edits.map(({ range, text }) => ({ range: monacoRange(range), text })));
  shown.setSelections(
    selections.map((selection) => {
      const start = movePosition(
        { line: selection.selectionStartLineNumber, column: selection.selectionStartColumn },
        edits,
      );
      const end = movePosition(
        { line: selection.positionLineNumber, column: selection.positionColumn },
        edits,
      );
      return {
        selectionStartLineNumber: start.line,
        selectionStartColumn: start.column,
        positionLineNumber: end.line,
        positionColumn: end.column,
      };
    }),
  );
  return changedRanges(previous, next);
}
