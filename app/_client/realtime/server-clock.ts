type Sample = { roundTrip: number; local: number; server: number };

const KEPT_SAMPLES = 8;

/**
 * The server's time, told from the page's own monotonic clock, so that a screen whose clock is wrong or jumps still
 * shows the right second. Of the last samples the one with the shortest round trip is trusted: it bounds the error by
 * half of that trip.
 */
export class ServerClock {
  readonly #local: () => number;
  #samples: Sample[] = [];
  #anchorLocal: number;
  #anchorServer: number;
  #speed = 1;

  /** `local` is a monotonic clock in ms; until the first sample the page's own date stands in. */
  constructor(local: () => number = () => performance.now(), startsAt = Date.now()) {
    this.#local = local;
    this.#anchorLocal = local();
    this.#anchorServer = startsAt;
  }

  /** Server time in epoch ms. In a replay it runs `speed` times as fast. */
  now(): number {
    return this.#anchorServer + (this.#local() - this.#anchorLocal) * this.#speed;
  }

  get aligned(): boolean {
    return this.#samples.length > 0;
  }

  /** Half of the best round trip, ms: how far `now` may be off. Null before the first sample. */
  get uncertainty(): number | null {
    const best = this.#best();
    return best === null ? null : best.roundTrip / 2;
  }

  get speed(): number {
    return this.#speed;
  }

  /** Takes one exchange: when it left and came back by the local clock, and the server time it carried. */
  sample(sentLocal: number, serverTime: number, receivedLocal = this.#local()): void {
    const roundTrip = Math.max(0, receivedLocal - sentLocal);
    this.#samples.push({ roundTrip, local: sentLocal + roundTrip / 2, server: serverTime });
    if (this.#samples.length > KEPT_SAMPLES) this.#samples.shift();
    const best = this.#best();
    if (best === null) return;
    this.#anchorLocal = best.local;
    this.#anchorServer = best.server;
  }

  /** Forgets old exchanges: after a reconnect the server may be another one. */
  restart(): void {
    this.#samples = [];
  }

  /** Takes a time for the server's until one is heard: what a screen remembers while its server is away. */
  assume(serverTime: number): void {
    if (this.aligned) return;
    this.#anchorLocal = this.#local();
    this.#anchorServer = serverTime;
  }

  /** How fast the server's time runs; a change makes older samples useless. */
  setSpeed(speed: number): void {
    if (speed === this.#speed || !(speed > 0)) return;
    const now = this.now();
    this.#anchorLocal = this.#local();
    this.#anchorServer = now;
    this.#speed = speed;
    this.#samples = [];
  }

  #best(): Sample | null {
    let best: Sample | null = null;
    for (const sample of this.#samples) if (best === null || sample.roundTrip <= best.roundTrip) best = sample;
    return best;
  }
}
