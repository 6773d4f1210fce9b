/** What a second of frames told: how many, the longest wait for one, and how late one began after a full second. */
export type FrameCount = { framesPerSecond: number; worstFrameMs: number; lateMs: number | null };

/**
 * Reads frames as they come. `local` are their instants by a clock in ms that only goes forward, `server` the same
 * instants in server time, which in a replay runs `speed` times as fast.
 */
export class FrameReader {
  readonly #speed: number;
  #frames = 0;
  #first: number | null = null;
  #last = 0;
  #worst = 0;
  #second: number | null = null;
  #late: number | null = null;

  constructor(speed: number) {
    this.#speed = speed;
  }

  frame(local: number, server: number): void {
    const second = Math.floor(server / 1000);
    // The first frame of a full second of server time: on every screen of a wall it is the same second.
    if (this.#second !== null && second > this.#second) this.#late ??= (server - second * 1000) / this.#speed;
    this.#second = second;
    if (this.#first === null) this.#first = local;
    else {
      this.#frames += 1;
      this.#worst = Math.max(this.#worst, local - this.#last);
    }
    this.#last = local;
  }

  /** How long it has been reading, ms. */
  get elapsed(): number {
    return this.#first === null ? 0 : this.#last - this.#first;
  }

  result(): FrameCount {
    const framesPerSecond = this.elapsed > 0 ? (this.#frames * 1000) / this.elapsed : 0;
    return { framesPerSecond, worstFrameMs: this.#worst, lateMs: this.#late };
  }
}
