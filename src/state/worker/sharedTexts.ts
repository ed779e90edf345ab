/** A text that the worker may have already. Another text is another number. */
export interface SharedText {
  readonly serial: number;
  readonly text: string;
}

const serials = new WeakMap<object, number>();
let lastSerial = 0;

/** The number of an object that never changes. */
export function serialOf(holder: object): number {
  const known = serials.get(holder);
  if (known !== undefined) return known;
  lastSerial += 1;
  serials.set(holder, lastSerial);
  return lastSerial;
}

/** What goes to the worker in place of the texts: copying 40 MB with each question would block the page. */
export interface PackedTexts {
  readonly added: readonly SharedText[];
  /** Serials of the texts that are not needed any more. */
  readonly dropped: readonly number[];
}

/** Characters that are copied to the worker at once: 40 MB would keep the page from answering. */
const pieceLength = 2_000_000;

/** A part of a text that is too long to be copied at once. The one at 0 begins the text anew. */
export interface TextPiece extends SharedText {
  readonly start: number;
}

/** The page's side: remembers what its worker has. */
export class TextSender {
  readonly #sent = new Set<number>();
  /** Of these the worker may have the beginning only. */
  readonly #begun = new Set<number>();

  /** What goes ahead of `pack`, in this order. The long texts count as sent after the last piece. */
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

/** The worker's side. */
export class TextKeeper {
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
