import type { CaseLog, LogEntry } from '#application/ports.ts';

const readLimit = 2_000;

/**
 * Brings the log's entries to one listener in the order of their positions, each once: own commits as they are handed
 * over, everything else read from the store when the bell rings, and at the latest with the next poll.
 */
export class LogFollower {
  private readonly log: Pick<CaseLog, 'readAfter'>;
  private readonly take: (entries: readonly LogEntry[]) => void;
  private readonly onFault: (error: unknown) => void;
  private held: number;
  private reading: Promise<boolean> | null = null;
  private again = false;

  /** @param position the last position the listener has. */
  constructor(parts: {
    log: Pick<CaseLog, 'readAfter'>;
    position: number;
    take: (entries: readonly LogEntry[]) => void;
    onFault: (error: unknown) => void;
  }) {
    this.log = parts.log;
    this.held = parts.position;
    this.take = parts.take;
    this.onFault = parts.onFault;
  }

  get position(): number {
    return this.held;
  }

  /** Own commits, in order. What does not follow on is read from the store with what lies before it. */
  handOver(entries: readonly LogEntry[]): void {
    const news = entries.filter(({ position }) => position > this.held);
    if (news.length === 0) return;
    if (follows(news, this.held)) this.advance(news);
    else void this.catchUp();
  }

  /** Somebody says the log has reached this position. */
  hear(position: number): void {
    if (position > this.held) void this.catchUp();
  }

  /**
   * Reads until the log has nothing more. Resolves with whether it came to the end, by a reading that began after this
   * call; never rejects: a store out of reach is told to onFault.
   */
  catchUp(): Promise<boolean> {
    if (this.reading) {
      this.again = true;
      return this.reading;
    }
    this.reading = this.readAll().finally(() => (this.reading = null));
    return this.reading;
  }

  private async readAll(): Promise<boolean> {
    try {
      do {
        this.again = false;
        const entries = await this.log.readAfter(this.held, readLimit);
        const news = entries.filter(({ position }) => position > this.held);
        if (news.length > 0) this.advance(news);
        if (entries.length === readLimit) this.again = true;
      } while (this.again);
      return true;
    } catch (error) {
      this.onFault(error);
      return false;
    }
  }

  private advance(entries: readonly LogEntry[]): void {
    this.held = (entries.at(-1) as LogEntry).position;
    this.take(entries);
  }
}

function follows(entries: readonly LogEntry[], position: number): boolean {
  return entries.every((entry, at) => entry.position === position + 1 + at);
}
