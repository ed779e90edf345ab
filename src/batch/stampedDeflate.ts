import { strToU8 } from 'fflate';
import { crc32, crcTable } from './crc32';
import type { RowValues } from './standIns';
import type { TextStamp } from './stampedText';

/** A file as a zip archive holds it. */
export interface Deflated {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  /** Bytes of the file itself. */
  readonly size: number;
}

/**
 * The compressed form of a text with places for values. Values of one group are of one length, in
 * ASCII, and stand in the same places. With the fixed codes of DEFLATE each of their characters is
 * eight bits in a place that never moves, and repetitions of a value are repetitions whatever it
 * says: so the compressed text is made once, and each file writes its characters into a copy.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.6
 */
export class DeflateStamp {
  readonly #bytes: Uint8Array;
  readonly #size: number;
  readonly #crc: number;
  /** Places in bits at which a character of a value stands, with the character's place in `#characters`. */
  readonly #places: readonly { readonly bit: number; readonly character: number }[];
  readonly #characters: readonly Character[];

  /** @param values of the lengths that all have */
  constructor({ parts, slots }: TextStamp, values: RowValues) {
    const offsets = values.map((_, slot) =>
      values.slice(0, slot).reduce((sum, { length }) => sum + length, 0),
    );
    const symbols: number[] = [];
    for (const [index, part] of parts.entries()) {
      symbols.push(...strToU8(part));
      const slot = slots[index];
      if (slot === undefined) continue;
      const offset = firstOfValues + (offsets[slot] ?? 0);
      for (let at = 0; at < (values[slot] ?? '').length; at += 1) symbols.push(offset + at);
    }
    const writer = new BitWriter();
    const places: { bit: number; character: number }[] = [];
    // A last block with the fixed codes.
    writer.write(1, 1);
    writer.write(1, 2);
    for (const token of repetitionsOf(symbols)) {
      if (typeof token !== 'number') writer.writeRepetition(token.length, token.distance);
      else if (token < firstOfValues) writer.writeLiteral(token);
      else {
        places.push({ bit: writer.length, character: token - firstOfValues });
        writer.write(0, 8);
      }
    }
    writer.writeCode(0, 7);
    this.#bytes = writer.finish();
    this.#size = symbols.length;
    this.#places = places;
    this.#characters = values.flatMap((value, slot) =>
      Array.from(value, (_, at) => ({ slot, at })),
    );
    const { crc, effects } = crcOf(symbols, this.#characters.length);
    this.#crc = crc;
    this.#effects = effects;
  }

  /**
   * How each character changes the checksum: 32 numbers a character, 16 for each value of its lower
   * four bits, then 16 for the upper four. They are combined by exclusive or.
   */
  readonly #effects: Uint32Array;

  packedWith(values: RowValues): Deflated {
    const bytes = this.#bytes.slice();
    for (const { bit, character } of this.#places) {
      const code = literalCodes[this.#codeOf(character, values)] ?? 0;
      const at = bit >>> 3;
      const shifted = code << (bit & 7);
      bytes[at] = (bytes[at] ?? 0) | (shifted & 255);
      bytes[at + 1] = (bytes[at + 1] ?? 0) | (shifted >>> 8);
    }
    let crc = this.#crc;
    for (let character = 0; character < this.#characters.length; character += 1) {
      const code = this.#codeOf(character, values);
      crc ^=
        (this.#effects[32 * character + (code & 15)] ?? 0) ^
        (this.#effects[32 * character + 16 + (code >>> 4)] ?? 0);
    }
    return { bytes, crc: crc >>> 0, size: this.#size };
  }

  #codeOf(character: number, values: RowValues): number {
    const place = this.#characters[character];
    return place === undefined ? 0 : (values[place.slot] ?? '').charCodeAt(place.at);
  }
}

interface Character {
  readonly slot: number;
  readonly at: number;
}

/** Symbols from here on stand for characters of values; those below are bytes. */
const firstOfValues = 256;

interface Repetition {
  readonly length: number;
  readonly distance: number;
}

/** Bytes of one repetition, and of its distance, at most. */
const longest = 258;
const farthest = 32_768;

/** Replaces what occurred before by references to it, as LZ77 does. */
function* repetitionsOf(symbols: readonly number[]): Generator<number | Repetition> {
  const starts = new Map<string, number[]>();
  const remember = (at: number) => {
    if (at + 2 >= symbols.length) return;
    const key = symbols.slice(at, at + 3).join();
    const known = starts.get(key);
    if (known) known.push(at);
    else starts.set(key, [at]);
  };
  for (let at = 0; at < symbols.length;) {
    const found = longestAt(symbols, at, starts.get(symbols.slice(at, at + 3).join()) ?? []);
    const length = found?.length ?? 1;
    yield found ?? symbols[at] ?? 0;
    for (let passed = at; passed < at + length; passed += 1) remember(passed);
    at += length;
  }
}

function longestAt(
  symbols: readonly number[],
  at: number,
  starts: readonly number[],
): Repetition | undefined {
  let best: Repetition | undefined;
  for (const start of starts) {
    if (at - start > farthest) continue;
    let length = 0;
    while (
      length < longest &&
      at + length < symbols.length &&
      symbols[start + length] === symbols[at + length]
    ) {
      length += 1;
    }
    if (length >= 3 && length >= (best?.length ?? 0)) best = { length, distance: at - start };
  }
  return best;
}

/** Writes bits into bytes, the lowest bit of each byte first. */
class BitWriter {
  readonly #bytes: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(value: number, bits: number): void {
    for (let bit = 0; bit < bits; bit += 1) {
      if ((this.#length & 7) === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] ?? 0) | (((value >>> bit) & 1) << (this.#length & 7));
      this.#length += 1;
    }
  }

  /** A Huffman code begins with its highest bit. */
  writeCode(code: number, bits: number): void {
    this.write(reversed(code, bits), bits);
  }

  writeLiteral(byte: number): void {
    if (byte < 144) this.writeCode(0x30 + byte, 8);
    else this.writeCode(0x190 + byte - 144, 9);
  }

  writeRepetition(length: number, distance: number): void {
    const [lengthCode, lengthBits, lengthRest] = codeOf(length, lengthBases);
    if (lengthCode < 23) this.writeCode(1 + lengthCode, 7);
    else this.writeCode(0xc0 + lengthCode - 23, 8);
    this.write(lengthRest, lengthBits);
    const [distanceCode, distanceBits, distanceRest] = codeOf(distance, distanceBases);
    this.writeCode(distanceCode, 5);
    this.write(distanceRest, distanceBits);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit += 1) result |= ((code >>> bit) & 1) << (bits - 1 - bit);
  return result;
}

/** By character of ASCII. */
const literalCodes = Array.from({ length: 128 }, (_, code) => reversed(0x30 + code, 8));

type Base = readonly [base: number, extraBits: number];

/** Bases whose extra bits grow by one every `step` codes. */
function bases(first: number, plain: number, step: number, count: number): readonly Base[] {
  const result: Base[] = [];
  let base = first;
  for (let code = 0; code < count; code += 1) {
    const extra = code < plain ? 0 : Math.floor((code - plain) / step) + 1;
    result.push([base, extra]);
    base += 2 ** extra;
  }
  return result;
}

/** The longest has a code of its own. */
const lengthBases: readonly Base[] = [...bases(3, 8, 4, 28), [258, 0]];
const distanceBases = bases(1, 4, 2, 30);

function codeOf(
  value: number,
  all: readonly Base[],
): readonly [code: number, bits: number, rest: number] {
  const code = all.findLastIndex(([base]) => base <= value);
  const [base, bits] = all[code] ?? [0, 0];
  return [code, bits, value - base];
}

/**
 * The checksum of the text with zeros in place of the values, and how each character of a value
 * changes it. CRC is linear: what two bits change together is the exclusive or of what each changes.
 */
function crcOf(
  symbols: readonly number[],
  characters: number,
): { readonly crc: number; readonly effects: Uint32Array } {
  const crc = crc32(Uint8Array.from(symbols, (symbol) => (symbol < firstOfValues ? symbol : 0)));
  const effects = new Uint32Array(32 * characters);
  // How each bit of the byte at this place changes the checksum of the whole text.
  let bits = Array.from({ length: 8 }, (_, bit) => crcTable[1 << bit] ?? 0);
  for (let at = symbols.length - 1; at >= 0; at -= 1) {
    const character = (symbols[at] ?? 0) - firstOfValues;
    if (character >= 0) {
      for (let nibble = 0; nibble < 32; nibble += 1) {
        const shift = nibble < 16 ? 0 : 4;
        const index = 32 * character + nibble;
        for (let bit = 0; bit < 4; bit += 1) {
          if ((nibble >>> bit) & 1) {
            effects[index] = (effects[index] ?? 0) ^ (bits[bit + shift] ?? 0);
          }
        }
      }
    }
    bits = bits.map((effect) => (effect >>> 8) ^ (crcTable[effect & 255] ?? 0));
  }
  return { crc, effects };
}
