/** Lets so many messages through at once and so many a second after that. */
export class TokenBucket {
  private readonly most: number;
  private readonly perSecond: number;
  private readonly now: () => number;
  private tokens: number;
  private filledAt: number;

  /** @param now milliseconds on a clock that never steps. */
  constructor(most: number, perSecond: number, now: () => number) {
    this.most = most;
    this.perSecond = perSecond;
    this.now = now;
    this.tokens = most;
    this.filledAt = now();
  }

  /** 0 when the message may pass, else how many milliseconds to wait. */
  take(): number {
    const now = this.now();
    this.tokens = Math.min(this.most, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return Math.ceil(((1 - this.tokens) / this.perSecond) * 1000);
    this.tokens--;
    return 0;
  }
}
