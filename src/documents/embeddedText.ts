/** A text that was written inside another, and where its characters stand there. */
export interface EmbeddedText {
  readonly text: string;
  /** The offset in the outer text, for every offset of this one up to its length. */
  readonly outerOffsets: readonly number[];
}

/**
 * Percent-encoded text, as the IAM API answers with its documents; undefined if it is not that.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 */
export function decodeUrlText(encoded: string, start = 0): EmbeddedText | undefined {
  const embedded = new Collector();
  let at = 0;
  for (const { index, 0: run } of encoded.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
    for (; at < index; at += 1) embedded.add(encoded[at] ?? '', start + at);
    const decoded = decodeRun(run);
    if (decoded === undefined) return undefined;
    for (const character of decoded) {
      embedded.add(character, start + at);
      at += 3 * utf8Length(character);
    }
  }
  for (; at < encoded.length; at += 1) embedded.add(encoded[at] ?? '', start + at);
  return embedded.finish(start + encoded.length);
}

function decodeRun(run: string): string | undefined {
  try {
    return decodeURIComponent(run);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The text of a JSON string literal, given what stands between its quotes. */
export function decodeJsonText(raw: string, start = 0): EmbeddedText {
  const embedded = new Collector();
  let end = 0;
  for (const { index, 0: piece } of raw.matchAll(/\\u[0-9a-f]{4}|\\[^]|[^]/gi)) {
    const isCode = piece.length > 2;
    const letter = piece[1] ?? '';
    const decoded = isCode
      ? String.fromCharCode(Number.parseInt(piece.slice(2), 16))
      : piece.length === 2
        ? (escapes[letter] ?? letter)
        : piece;
    embedded.add(decoded, start + index);
    end = index + piece.length;
  }
  return embedded.finish(start + end);
}

/** The text with each match replaced, such as variables of a shell. */
export function replaceIn(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): EmbeddedText {
  const embedded = new Collector();
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    for (; at < match.index; at += 1) embedded.add(text[at] ?? '', at);
    embedded.add(replacement(match), at);
    at += match[0].length;
  }
  for (; at < text.length; at += 1) embedded.add(text[at] ?? '', at);
  return embedded.finish(text.length);
}

/** Characters that are skipped at most to find the next one. */
const alignmentReach = 40;

/**
 * Finds the characters of a text value in the source it was parsed from, where escapes and indentation
 * may stand between them.
 */
export function alignText(text: string, spelling: string, start: number): EmbeddedText {
  const embedded = new Collector();
  let at = 0;
  for (const character of text) {
    const found = spelling.slice(at, at + alignmentReach + 2).indexOf(character);
    if (found >= 0) at += found;
    embedded.add(character, start + at);
    if (found >= 0) at += character.length;
  }
  return embedded.finish(start + spelling.length);
}

class Collector {
  readonly #pieces: string[] = [];
  readonly #offsets: number[] = [];

  add(piece: string, offset: number): void {
    this.#pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) this.#offsets.push(offset);
  }

  finish(end: number): EmbeddedText {
    return { text: this.#pieces.join(''), outerOffsets: [...this.#offsets, end] };
  }
}
