/** Runs at once when quiet, then at most every `intervalMs`, and always once more after the last call. */
export class Throttle {
  /** May be changed at any time; counts from the next run on. */
  intervalMs: number;
  #lastRun = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(intervalMs: number) {
    this.intervalMs = intervalMs;
  }

  run(act: () => void): void {
    if (this.#timer !== null) return;
    const wait = this.#lastRun + this.intervalMs - performance.now();
    if (wait <= 0) {
      this.#lastRun = performance.now();
      act();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#lastRun = performance.now();
      act();
    }, wait);
  }

  /** Forgets a run that waits. */
  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
