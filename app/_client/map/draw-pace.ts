/** Drawing may take one part in this many of the time: the rest is for the page, and for the other screens of a PC. */
const SHARE = 10;
const LONGEST_MS = 20_000;

/**
 * Finds out how long a redraw takes on this machine and how often one may be made. Without a GPU a frame of a 4K map
 * takes a second and more, and redrawing at a fixed beat would leave no time for anything else.
 */
export class DrawPace {
  readonly leastMs: number;
  #cost = 0;

  constructor(leastMs: number) {
    this.leastMs = leastMs;
  }

  /** To be called when a redraw was asked for: times it until two frames later and gives the new interval, ms. */
  measure(then: (intervalMs: number) => void): void {
    const asked = performance.now();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const took = performance.now() - asked;
        this.#cost = this.#cost === 0 ? took : this.#cost * 0.6 + took * 0.4;
        then(this.interval);
      }),
    );
  }

  get interval(): number {
    return Math.min(LONGEST_MS, Math.max(this.leastMs, this.#cost * SHARE));
  }
}
