const FIRST_MS = 500;
const LONGEST_MS = 6_000;
/** The shortest a wait may be, as a share of the longest it may be. */
const LEAST_SHARE = 0.2;

/**
 * How long to wait before the next attempt: at most 0.5 s, doubling, at most six seconds. Each is drawn evenly from a
 * fifth of that up to the whole, so that screens which lost their server in the same moment come back one after another
 * and not in waves, and the last of them has asked six seconds after the server is there again. It never gives up.
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

  /** Milliseconds to wait now. */
  next(): number {
    const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(this.#attempts, 10));
    this.#attempts += 1;
    return whole * (LEAST_SHARE + this.#random() * (1 - LEAST_SHARE));
  }

  reset(): void {
    this.#attempts = 0;
  }
}
