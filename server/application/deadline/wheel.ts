const LEVELS = 4;
const SLOTS = 256;
const NONE = -1;

/**
 * A hierarchical timing wheel over typed arrays (Varghese & Lauck 1987): arming, moving and cancelling cost the same few
 * memory touches whatever the count. Timers are small whole numbers chosen by the caller. Nothing fires before its
 * instant; it may fire up to one tick after.
 */
export class TimerWheel {
  private readonly origin: number;
  private readonly tickMs: number;
  /** Current tick: everything up to it has fired. */
  private current = 0;
  private next = new Int32Array(0);
  private previous = new Int32Array(0);
  /** Bucket a timer hangs in, NONE when it is not armed. */
  private bucket = new Int32Array(0);
  /** The tick it fires at. */
  private tick = new Uint32Array(0);
  private readonly heads = new Int32Array(LEVELS * SLOTS).fill(NONE);
  private readonly occupied = new Uint32Array((LEVELS * SLOTS) / 32);
  private count = 0;

  /** @param origin epoch ms from which ticks count; `tickMs` their length. */
  constructor(origin: number, tickMs: number) {
    this.origin = origin;
    this.tickMs = tickMs;
  }

  get size(): number {
    return this.count;
  }

  /** The last instant (epoch ms) that can be armed. */
  get horizon(): number {
    return this.origin + 0xffffffff * this.tickMs;
  }

  isArmed(timer: number): boolean {
    return (this.bucket[timer] ?? NONE) !== NONE;
  }

  /** Arms or moves a timer. An instant in the past fires at the next `advance`. @throws RangeError past the horizon. */
  arm(timer: number, at: number): void {
    if (at > this.horizon) throw new RangeError('this instant is past the wheel’s horizon');
    if (timer >= this.bucket.length) this.grow(timer + 1);
    if (this.bucket[timer] !== NONE) this.unlink(timer);
    else this.count += 1;
    this.tick[timer] = Math.max(this.current + 1, Math.ceil((at - this.origin) / this.tickMs));
    this.link(timer);
  }

  cancel(timer: number): void {
    if (!this.isArmed(timer)) return;
    this.unlink(timer);
    this.bucket[timer] = NONE;
    this.count -= 1;
  }

  /** An instant before which nothing fires: when to look again. Null when nothing is armed. */
  nextAt(): number | null {
    const tick = this.nextTick();
    return tick === null ? null : this.origin + tick * this.tickMs;
  }

  /** Fires every timer whose instant is ≤ `now`, in the order of ticks. */
  advance(now: number, fire: (timer: number) => void): void {
    const until = Math.floor((now - this.origin) / this.tickMs);
    for (let tick = this.nextTick(); tick !== null && tick <= until; tick = this.nextTick()) {
      this.current = tick;
      for (let level = LEVELS - 1; level > 0; level--) {
        if (tick % 2 ** (8 * level) === 0) this.cascade(level, (tick / 2 ** (8 * level)) & 0xff);
      }
      this.expire(tick & 0xff, fire);
    }
    if (until > this.current) this.current = this.stayBelowNextCascade(until);
  }

  /** Nothing is due up to `until`, so the hand may go there; slots it passes are empty. */
  private stayBelowNextCascade(until: number): number {
    const next = this.nextTick();
    return next === null ? until : Math.min(until, next - 1);
  }

  private expire(slot: number, fire: (timer: number) => void): void {
    for (let timer = this.heads[slot]!; timer !== NONE; timer = this.heads[slot]!) {
      this.unlink(timer);
      this.bucket[timer] = NONE;
      this.count -= 1;
      fire(timer);
    }
  }

  private cascade(level: number, slot: number): void {
    const bucket = level * SLOTS + slot;
    for (let timer = this.heads[bucket]!; timer !== NONE; timer = this.heads[bucket]!) {
      this.unlink(timer);
      this.link(timer);
    }
  }

  /** Tick of the next bucket that holds anything: its own tick at level 0, its first tick (a cascade) above. */
  private nextTick(): number | null {
    if (this.count === 0) return null;
    for (let level = 0; level < LEVELS; level++) {
      const shift = 2 ** (8 * level);
      const index = Math.floor(this.current / shift) & 0xff;
      const slot = this.nextOccupied(level, index + 1);
      if (slot !== NONE) {
        const block = shift * 256;
        return Math.floor(this.current / block) * block + slot * shift;
      }
    }
    return null;
  }

  private nextOccupied(level: number, from: number): number {
    for (let slot = from; slot < SLOTS;) {
      const word = this.occupied[(level * SLOTS + slot) >>> 5]! >>> (slot & 31);
      if (word !== 0) return slot + (31 - Math.clz32(word & -word));
      slot = (slot | 31) + 1;
    }
    return NONE;
  }

  private link(timer: number): void {
    const tick = this.tick[timer]!;
    let level = 0;
    // The level is that of the highest byte in which the tick differs from the hand.
    for (let above = LEVELS - 1; above > 0; above--) {
      const shift = 2 ** (8 * above);
      if (Math.floor(tick / shift) !== Math.floor(this.current / shift)) {
        level = above;
        break;
      }
    }
    const bucket = level * SLOTS + (Math.floor(tick / 2 ** (8 * level)) & 0xff);
    const head = this.heads[bucket]!;
    this.next[timer] = head;
    this.previous[timer] = NONE;
    if (head !== NONE) this.previous[head] = timer;
    this.heads[bucket] = timer;
    this.bucket[timer] = bucket;
    this.occupied[bucket >>> 5]! |= 1 << (bucket & 31);
  }

  private unlink(timer: number): void {
    const bucket = this.bucket[timer]!;
    const next = this.next[timer]!;
    const previous = this.previous[timer]!;
    if (next !== NONE) this.previous[next] = previous;
    if (previous !== NONE) this.next[previous] = next;
    else this.heads[bucket] = next;
    if (this.heads[bucket] === NONE) this.occupied[bucket >>> 5]! &= ~(1 << (bucket & 31));
  }

  private grow(least: number): void {
    const size = Math.max(least, this.bucket.length * 2, 1024);
    this.next = copyInto(new Int32Array(size), this.next);
    this.previous = copyInto(new Int32Array(size), this.previous);
    this.bucket = copyInto(new Int32Array(size).fill(NONE), this.bucket);
    this.tick = copyInto(new Uint32Array(size), this.tick);
  }
}

function copyInto<T extends Int32Array | Uint32Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
