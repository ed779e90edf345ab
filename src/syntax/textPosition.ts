/** A position as editors show it: lines and columns from 1; a column is a UTF-16 code unit, also a tab. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}
