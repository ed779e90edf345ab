import { lineChanges, type LineChange } from './lineChanges';
import type { EditorRange } from './textRange';

export interface EditorEdit {
  readonly range: EditorRange;
  readonly text: string;
}

/** A place in the text; both start at 1. */
export interface EditorPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The edits that turn one text into the other by replacing the changed lines whole; in order, with
 * positions in the previous text. Whole lines, because Monaco drops the colours of a line that is
 * edited in part until it has tokenized it again, which flickers at every key press.
 */
export function replaceText(previous: string, next: string): readonly EditorEdit[] {
  if (previous === next) return [];
  const lines = previous.split('\n');
  return lineChanges(lines, next.split('\n')).map((change) => lineEdit(lines, change));
}

function lineEdit(lines: readonly string[], change: LineChange): EditorEdit {
  const { start, removed, inserted } = change;
  const text = inserted.join('\n');
  const end = start + removed;
  const endOf = (line: number): EditorPosition => ({
    line,
    column: (lines[line - 1] ?? '').length + 1,
  });
  if (removed > 0 && inserted.length > 0) {
    return { range: between({ line: start + 1, column: 1 }, endOf(end)), text };
  }
  if (end < lines.length) {
    const range = between({ line: start + 1, column: 1 }, { line: end + 1, column: 1 });
    return { range, text: inserted.length > 0 ? `${text}\n` : '' };
  }
  return {
    range: between(endOf(start), endOf(end)),
    text: inserted.length > 0 ? `\n${text}` : '',
  };
}

const between = (start: EditorPosition, end: EditorPosition): EditorRange => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/** The position of a cursor after the edits: on the same line of text, in the same column. */
export function movePosition(
  position: EditorPosition,
  edits: readonly EditorEdit[],
): EditorPosition {
  let shift = 0;
  for (const { range, text } of edits) {
    const isWholeLines =
      range.endColumn === 1 && (range.startLine < range.endLine || text.endsWith('\n'));
    if (range.endLine > position.line || (range.endLine === position.line && !isWholeLines)) break;
    shift += text.split('\n').length - 1 - (range.endLine - range.startLine);
  }
  return { line: position.line + shift, column: position.column };
}
