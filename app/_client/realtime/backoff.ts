const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/**
 * How long to wait before the next attempt: doubling, at most eight seconds, each drawn between a half and the whole so
 * that many screens do not come back in the same moment. It never gives up.
 */
export class Backoff {
  #attempts = 0;
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  get attempts(): number {
    return this.#attempts;
  }

  next(): number {
    const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(this.#attempts, 10));
    this.#attempts += 1;
    return whole * (0.5 + this.#random() / 2);
  }

  reset(): void {
    this.#attempts = 0;
  }
}
