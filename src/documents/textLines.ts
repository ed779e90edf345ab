import type { TextPosition } from '../syntax/textPosition';

/** The lines of a text, found once, to look up the positions of many offsets. */
export class TextLines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    // Lines end with LF, CRLF or a lone CR.
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
      starts.push(index + lineBreak.length);
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; beyond the text, that of its end. */
  at(offset: number): TextPosition {
    const wanted = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (this.#starts[low] ?? 0) + 1 };
  }
}
