/**
 * The longest part of a line that is never broken, in characters: an application ID with its
 * quotation marks and the comma behind it, and some room.
 */
export const longestUnbroken = 40;

/** A part of a line, up to a separator or blanks and including these; `://` is one separator. */
const parts = /(?:[^\s:/]+[:/]*|[:/]+)(?:["'](?![^\s,]))?\s*|\s+/g;

/** The borders between words in `QBusinessAnonymousAccess`, `data_source` or `a.long.name`. */
export const wordBorders = /(?<=[a-z0-9])(?=[A-Z])|(?<=[-_.,])(?=[A-Za-z0-9])/g;

/**
 * The offsets at which a line may wrap: behind `:`, `/` and blanks, and between the words of a name that
 * is longer than `longestUnbroken`. Never inside an account ID, a short name or a UUID.
 */
export function lineBreaks(line: string, { atWordBorders = true } = {}): readonly number[] {
  const start = line.search(/\S|$/);
  const breaks: number[] = [];
  for (const { 0: part, index } of line.matchAll(parts)) {
    if (atWordBorders && part.length > longestUnbroken) {
      for (const border of part.matchAll(wordBorders)) breaks.push(index + border.index);
    }
    const end = index + part.length;
    if (end > start && end < line.length) breaks.push(end);
  }
  return breaks;
}

/**
 * The columns that the widest part of a text needs, its hanging indent included, where lines break
 * behind `:`, `/` and blanks only.
 */
export function columnsNeeded(text: string): number {
  let needed = 0;
  for (const line of text.split('\n')) {
    if (line.length <= needed) continue;
    const indent = line.search(/\S|$/);
    let from = 0;
    for (const end of [...lineBreaks(line, { atWordBorders: false }), line.length]) {
      const hang = from === 0 ? 0 : indent + hangingIndent;
      needed = Math.max(needed, hang + line.slice(from, end).trimEnd().length);
      from = end;
    }
  }
  return needed;
}

/** Characters by which wrapped text is indented more than its line. */
export const hangingIndent = 2;
