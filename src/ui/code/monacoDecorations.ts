import { editor, MarkerSeverity, Range } from 'monaco-editor/editor';
import { placeholderPattern } from './highlight';
import type { Marker } from './marker';
import { monacoRange } from './monaco';
import { uriOf } from './monacoModels';
import type { LineRange, EditorRange } from './textRange';

export const changeDecorations = (ranges: readonly EditorRange[]): editor.IModelDeltaDecoration[] =>
  ranges.map((range) => ({
    range: monacoRange(range),
    options: { inlineClassName: 'code-changed' },
  }));

export const markDecorations = (marks: readonly LineRange[]): editor.IModelDeltaDecoration[] =>
  marks.map(({ startLine, endLine }) => ({
    range: monacoRange({ startLine, startColumn: 1, endLine, endColumn: 1 }),
    options: { isWholeLine: true, className: 'code-mark' },
  }));

export function placeholderDecorations(
  text: string,
  label: (placeholder: string) => string | undefined,
): editor.IModelDeltaDecoration[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(placeholderPattern)].flatMap(({ 0: placeholder, index: start }) =>
      label(placeholder) === undefined
        ? []
        : [
            {
              range: monacoRange({
                startLine: index + 1,
                startColumn: start + 1,
                endLine: index + 1,
                endColumn: start + 1 + placeholder.length,
              }),
              options: { inlineClassName: 'code-token' },
            },
          ],
    ),
  );
}

/** Sets the decorations if they differ from the present ones. */
export function setWhereNew(
  collection: editor.IEditorDecorationsCollection,
  wanted: readonly editor.IModelDeltaDecoration[],
): void {
  const present = collection.getRanges();
  const isSame =
    present.length === wanted.length &&
    present.every((range, i) => Range.equalsRange(range, wanted[i]?.range));
  if (!isSame) collection.set(wanted);
}

const severities = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
  hint: MarkerSeverity.Hint,
} as const;

export function setMarkers(path: string, markers: readonly Marker[]): void {
  const model = editor.getModel(uriOf(path));
  if (!model) return;
  editor.setModelMarkers(
    model,
    'page',
    markers.map(({ severity, message, code, ...range }) => ({
      ...monacoRange(range),
      severity: severities[severity],
      message,
      ...(code !== undefined && { code }),
    })),
  );
}

/** The placeholder at a position, if there is one. */
export function placeholderAt(
  model: editor.ITextModel,
  position: { readonly lineNumber: number; readonly column: number } | null,
): string | undefined {
  if (position === null) return undefined;
  const offset = position.column - 1;
  for (const match of model.getLineContent(position.lineNumber).matchAll(placeholderPattern)) {
    if (match.index <= offset && offset <= match.index + match[0].length) return match[0];
  }
  return undefined;
}
