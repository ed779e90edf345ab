/** A stretch of text; lines and columns start at 1, the end column is exclusive. */
export interface EditorRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Whole lines, both ends included; the first line is 1. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}
