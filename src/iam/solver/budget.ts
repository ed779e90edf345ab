/** Thrown when a question needs more work than its budget: the answer is then not decided. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Limits work by counting steps instead of time, so that the answers are the same on every machine. */
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
