/** Replaces a range by a text; an empty range inserts. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; several insertions at one offset keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const chunks: string[] = [];
  let at = 0;
  for (const edit of sortEdits(edits)) {
    chunks.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return chunks.join('') + text.slice(at);
}

/** The edits in the order of the text. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
