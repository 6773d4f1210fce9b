/** Counts faults of the last minutes; more than so many are no accident. */
export class FaultCount {
  readonly #most: number;
  readonly #withinMs: number;
  #at: number[] = [];

  constructor(most: number, withinMs: number) {
    this.#most = most;
    this.#withinMs = withinMs;
  }

  /** Counts one fault at `now` (ms); true: too many of them lie close together. Begins anew after saying so. */
  add(now: number): boolean {
    this.#at = this.#at.filter((at) => at > now - this.#withinMs);
    this.#at.push(now);
    if (this.#at.length <= this.#most) return false;
    this.#at = [];
    return true;
  }
}
