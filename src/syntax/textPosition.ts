/** As editors count: lines and columns start at 1, columns are UTF-16 code units, a tab is one. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Lines end with LF, CRLF or a lone CR. An offset beyond the text is taken for its end. */
export function positionAt(text: string, offset: number): TextPosition {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < end; at += 1) {
    const isBreak = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
    if (isBreak) {
      line += 1;
      lineStart = at + 1;
    }
  }
  return { line, column: end - lineStart + 1 };
}
