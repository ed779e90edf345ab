/**
 * The longest part of a line that is never broken, in characters: an application ID with its
 * quotation marks and the comma behind it, and some room.
 */
export const longestUnbroken = 40;

/** With the blanks behind it; `://` is one separator, and the end of a string belongs to it. */
const parts = /(?:[^\s:/]+[:/]*|[:/]+)(?:["'](?![^\s,]))?\s*|\s+/g;

/** Where words meet in `QBusinessAnonymousAccess`, `data_source` or `a.long.name`. */
export const humps = /(?<=[a-z0-9])(?=[A-Z])|(?<=[-_.,])(?=[A-Za-z0-9])/g;

/**
 * The offsets at which a line may go on below: behind `:`, `/` and blanks, and between the words of a
 * name that is longer than `longestUnbroken`. Never within an account, a short name or a UUID.
 */
export function lineBreaks(line: string, { atHumps = true } = {}): readonly number[] {
  const start = line.search(/\S|$/);
  const breaks: number[] = [];
  for (const { 0: part, index } of line.matchAll(parts)) {
    if (atHumps && part.length > longestUnbroken) {
      for (const hump of part.matchAll(humps)) breaks.push(index + hump.index);
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
    for (const end of [...lineBreaks(line, { atHumps: false }), line.length]) {
      const hang = from === 0 ? 0 : indent + hangingIndent;
      needed = Math.max(needed, hang + line.slice(from, end).trimEnd().length);
      from = end;
    }
  }
  return needed;
}

/** Characters by which what goes on below is further in than the line. */
export const hangingIndent = 2;
