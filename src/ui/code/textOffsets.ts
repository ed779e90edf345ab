import type { EditorEdit, EditorPosition } from './replaceText';

/** The offset of a position; beyond the end of its line or of the text, that end. */
export function offsetAt(text: string, { line, column }: EditorPosition): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}

/** The text after edits in order that do not overlap; their positions are those of the text before. */
export function applyTextEdits(text: string, edits: readonly EditorEdit[]): string {
  return edits.reduceRight((result, { range, text: inserted }) => {
    const start = offsetAt(text, { line: range.startLine, column: range.startColumn });
    const end = offsetAt(text, { line: range.endLine, column: range.endColumn });
    return result.slice(0, start) + inserted + result.slice(end);
  }, text);
}
