import type { ServerClock } from './server-clock.ts';

const SLOWEST_MS = 1_000;
const FASTEST_MS = 200;

/**
 * The page's one beat for everything that shows time: clock, ages, time over. It beats on the server's full second, or
 * five times a second while a replay runs faster than life. Readers write to the DOM themselves.
 */
export class Ticker {
  readonly #clock: ServerClock;
  readonly #readers = new Set<(now: number) => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  /** Calls `read` with the server's time now and at every beat. */
  follow(read: (now: number) => void): () => void {
    this.#readers.add(read);
    read(this.#clock.now());
    if (this.#timer === null) this.#plan();
    return () => {
      this.#readers.delete(read);
      if (this.#readers.size > 0 || this.#timer === null) return;
      clearTimeout(this.#timer);
      this.#timer = null;
    };
  }

  #plan(): void {
    const toNextSecond = (1_000 - (this.#clock.now() % 1_000)) / this.#clock.speed;
    const wait = Math.min(SLOWEST_MS, Math.max(FASTEST_MS, toNextSecond)) + 5;
    this.#timer = setTimeout(() => {
      const now = this.#clock.now();
      // First, so that a reader that fails stops nobody's time.
      this.#plan();
      for (const read of [...this.#readers]) {
        try {
          read(now);
        } catch (error) {
          console.error('a reader of the beat failed', error);
        }
      }
    }, wait);
  }
}
