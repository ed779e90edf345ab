/** Thrown when a question would cost more work than it may. Never an answer. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Counts steps of work, so that the end is the same on every machine. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooLarge('The work limit is reached');
  }

  get left(): number {
    return this.#left;
  }
}
