/** A text that the worker may already have, identified by its serial number. */
export interface SharedText {
  readonly serial: number;
  readonly text: string;
}

const serials = new WeakMap<object, number>();
let lastSerial = 0;

/** The serial number of an immutable object. */
export function serialOf(holder: object): number {
  const known = serials.get(holder);
  if (known !== undefined) return known;
  lastSerial += 1;
  serials.set(holder, lastSerial);
  return lastSerial;
}

/** The texts that a task sends to the worker: only new ones, because copying 40 MB each time would block the page. */
export interface PackedTexts {
  readonly added: readonly SharedText[];
  /** Serial numbers of texts that are no longer needed. */
  readonly dropped: readonly number[];
}

/** Characters that are copied to the worker at once; copying 40 MB in one piece would block the page. */
const pieceLength = 2_000_000;

/** A piece of a text that is too long to be copied at once. The piece at offset 0 starts the text again. */
export interface TextPiece extends SharedText {
  readonly start: number;
}

/** On the page: keeps track of the texts that the worker has. */
export class TextSender {
  readonly #sent = new Set<number>();
  /** Texts of which the worker may have only the first pieces. */
  readonly #begun = new Set<number>();

  /** The pieces to send before `pack`, in this order. The long texts count as sent after the last one. */
  *pieces(texts: readonly SharedText[]): Generator<TextPiece> {
    for (const { serial, text } of texts) {
      if (text.length <= pieceLength || this.#sent.has(serial)) continue;
      this.#begun.add(serial);
      for (let start = 0; start < text.length; start += pieceLength) {
        yield { serial, start, text: text.slice(start, start + pieceLength) };
      }
      this.#begun.delete(serial);
      this.#sent.add(serial);
    }
  }

  pack(texts: readonly SharedText[]): PackedTexts {
    const wanted = new Set(texts.map(({ serial }) => serial));
    const dropped = [...this.#sent, ...this.#begun].filter((serial) => !wanted.has(serial));
    const added = texts.filter(({ serial }) => !this.#sent.has(serial));
    for (const serial of dropped) {
      this.#sent.delete(serial);
      this.#begun.delete(serial);
    }
    for (const { serial } of added) this.#sent.add(serial);
    return { added: added.map(({ serial, text }) => ({ serial, text })), dropped };
  }
}

/** In the worker: stores the texts. */
export class TextReceiver {
  readonly #texts = new Map<number, string>();

  takePiece({ serial, start, text }: TextPiece): void {
    this.#texts.set(serial, start === 0 ? text : this.textOf(serial) + text);
  }

  take({ added, dropped }: PackedTexts): void {
    for (const serial of dropped) this.#texts.delete(serial);
    for (const { serial, text } of added) this.#texts.set(serial, text);
  }

  /** @throws RangeError for a text that was never sent. */
  textOf(serial: number): string {
    const text = this.#texts.get(serial);
    if (text === undefined) throw new RangeError(`Text ${serial} was not sent`);
    return text;
  }
}
