const MINUTE_MS = 60_000;
/** A page has what it needs by then: maps, fonts, the first scenes. */
const SETTLED_AFTER_MS = 10 * MINUTE_MS;
/** Garbage comes and goes; the least of a quarter of an hour is what stays. */
const FLOOR_OVER_MS = 15 * MINUTE_MS;
const MOST_GROWTH_BYTES = 150 * 1024 * 1024;
const MOST_SHARE = 0.7;

/**
 * Says when a page's heap has grown beyond what a wall needs: the floor of a quarter of an hour lies 150 MB over the
 * first floor, or takes seven tenths of what the browser allows. It compares floors, since what is used right now is
 * mostly garbage.
 */
export class HeapWatch {
  readonly #startedAt: number;
  readonly #recent: { at: number; used: number }[] = [];
  #first: number | null = null;

  /** Instants are the page's, ms. */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** Takes one reading in bytes; true: this page should make room for a fresh one. */
  isSick(at: number, used: number, limit: number): boolean {
    this.#recent.push({ at, used });
    while ((this.#recent[0]?.at ?? at) < at - FLOOR_OVER_MS) this.#recent.shift();
    if (at - this.#startedAt < SETTLED_AFTER_MS + FLOOR_OVER_MS) return false;
    const floor = Math.min(...this.#recent.map((reading) => reading.used));
    this.#first ??= floor;
    return floor - this.#first > MOST_GROWTH_BYTES || floor > limit * MOST_SHARE;
  }
}
