import type { AuditFinding } from '@/documents/auditTexts';
import { TextLines } from '@/documents/textLines';
import type { TextEdit } from '@/syntax/textEdit';
import type { EditorEdit } from '@/ui/code/replaceText';
import type { EditorRange } from '@/ui/code/textRange';

export const rangeOf = ({ line, column, endLine, endColumn }: AuditFinding): EditorRange => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

/** Edits by offset as the editor takes them. */
export function editorEdits(text: string, edits: readonly TextEdit[]): readonly EditorEdit[] {
  const lines = new TextLines(text);
  return edits.map(({ start, end, text: inserted }) => {
    const [from, to] = [lines.at(start), lines.at(end)];
    return {
      range: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
      },
      text: inserted,
    };
  });
}
