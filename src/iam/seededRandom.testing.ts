/**
 * A generator of random numbers from 0 to 2^32 - 1 (mulberry32): the same seed gives the same numbers on
 * every machine.
 */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** As {@link seededRandom}, for numbers below a limit. */
export function randomBelow(seed: number): (below: number) => number {
  const next = seededRandom(seed);
  return (below) => next() % below;
}

/** Random choices from a seed. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** At least 0 and below 1. */
  next(): number {
    return this.#next() / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws RangeError for an empty list */
  pick<T>(from: readonly T[]): T {
    const at = Math.floor(this.next() * from.length);
    for (const picked of from.slice(at, at + 1)) return picked;
    throw new RangeError('Nothing to pick from');
  }

  /** One to `most` entries, perhaps some of them repeatedly. */
  some<T>(from: readonly T[], most = 3): T[] {
    return Array.from({ length: 1 + Math.floor(this.next() * most) }, () => this.pick(from));
  }
}
