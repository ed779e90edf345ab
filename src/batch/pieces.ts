/** Bytes; large enough that few pieces are made, small enough to be found in a full memory. */
const PIECE_LENGTH = 1 << 20;

/** Collects bytes in pieces that follow each other, so that what was collected is never copied again. */
export class Pieces {
  readonly #full: Uint8Array<ArrayBuffer>[] = [];
  #piece = new Uint8Array(PIECE_LENGTH);
  #length = 0;

  append(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length;) {
      if (this.#length === PIECE_LENGTH) {
        this.#full.push(this.#piece);
        this.#piece = new Uint8Array(PIECE_LENGTH);
        this.#length = 0;
      }
      const part = bytes.subarray(start, start + PIECE_LENGTH - this.#length);
      this.#piece.set(part, this.#length);
      this.#length += part.length;
      start += part.length;
    }
  }

  finish(): readonly Uint8Array<ArrayBuffer>[] {
    return [...this.#full, this.#piece.subarray(0, this.#length)];
  }
}
