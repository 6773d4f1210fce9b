import type { CaseSummary } from '#domain/case/case.ts';
import type { CaseLog, Clock, DueDeadline, Lease, LogEntry } from '../ports.ts';
import { ArmedCases } from './armed-cases.ts';

const LONGEST_SLEEP_MS = 1_000;
const SWEEP_MS = 10_000;
const BATCH = 10_000;
const RETRY_MS = 250;

export type KeeperFigures = {
  owner: boolean;
  armed: number;
  /** Commit instant − due instant of the newest batch's latest alert, ms. */
  lastLatenessMs: number | null;
  raised: number;
  /** Alerts that only the sweep found: expected to stay 0. */
  rescued: number;
  /** When it last looked for what is due with nothing left over from before (epoch ms); null until it does. */
  lookedAt: number | null;
};

/**
 * Keeps the deadlines: every node arms them from the log, the owner of the lease raises their alerts. An alert is told
 * to anybody only after its row is committed; its key makes a second raise harmless, so a crash, a takeover or two
 * owners at once can neither lose nor double one.
 */
export class DeadlineKeeper {
  private readonly log: CaseLog;
  private readonly clock: Clock;
  private readonly lease: Lease;
  private readonly onCommitted: (entries: LogEntry[]) => void;
  private readonly onLateness: (ms: number) => void;
  private readonly onError: (error: unknown) => void;
  private readonly longestSleepMs: number;
  private readonly armed: ArmedCases;
  private pending: DueDeadline[] = [];
  private raising: Promise<void> | null = null;
  private cancelAlarm: (() => void) | null = null;
  private sweepAt = 0;
  private refillAt = 0;
  private stopped = true;
  private offLease: (() => void) | null = null;
  readonly figures: KeeperFigures = {
    ...{ owner: false, armed: 0, lastLatenessMs: null, raised: 0, rescued: 0, lookedAt: null },
  };

  constructor(parts: {
    log: CaseLog;
    clock: Clock;
    lease: Lease;
    onCommitted: (entries: LogEntry[]) => void;
    onLateness?: (ms: number) => void;
    onError: (error: unknown) => void;
    /** Looks again at least this often (ms); virtual time may sleep longer. */
    longestSleepMs?: number;
  }) {
    this.log = parts.log;
    this.clock = parts.clock;
    this.lease = parts.lease;
    this.onCommitted = parts.onCommitted;
    this.onLateness = parts.onLateness ?? (() => undefined);
    this.onError = parts.onError;
    this.longestSleepMs = parts.longestSleepMs ?? LONGEST_SLEEP_MS;
    this.armed = new ArmedCases(this.clock.now());
  }

  /**
   * Starts firing. What is due by now and within a minute comes from the store first, so that a restart is exact again
   * before all the rest is armed.
   */
  async start(): Promise<void> {
    this.stopped = false;
    this.offLease = this.lease.onChange((held) => this.takeOver(held));
    await this.lease.start();
    this.takeOver(this.lease.isHeld());
    this.schedule();
  }

  /** Arms cases, from the boot snapshot or from entries of the log. */
  arm(cases: Iterable<CaseSummary>): void {
    for (const summary of cases) this.armed.put(summary);
    this.schedule();
  }

  onEntries(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      if (entry.kind === 'case') this.armed.put(entry.after);
      if (entry.kind === 'restated') for (const clocks of entry.cases) this.armed.restate(clocks);
    }
    this.schedule();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelAlarm?.();
    this.offLease?.();
    await this.raising;
    await this.lease.stop();
  }

  private takeOver(held: boolean): void {
    this.figures.owner = held;
    if (!held) this.pending = [];
    this.sweepAt = 0;
    this.schedule();
  }

  private schedule(): void {
    if (this.stopped) return;
    this.cancelAlarm?.();
    const now = this.clock.now();
    const next = Math.min(this.armed.nextAt() ?? Infinity, now + this.longestSleepMs);
    this.cancelAlarm = this.clock.setAlarm(next, () => this.tick());
  }

  private tick(): void {
    const now = this.clock.now();
    if (now >= this.refillAt) {
      this.refillAt = now + 3_600_000;
      this.armed.refill(now);
    }
    const due = this.armed.collect(now);
    this.figures.armed = this.armed.size;
    // What has been under way since the last look does not come to its end.
    if (this.raising === null) this.figures.lookedAt = now;
    if (this.lease.isHeld()) {
      for (const deadline of due) this.pending.push(deadline);
      this.raising ??= this.raiseAll().finally(() => {
        this.raising = null;
      });
    }
    this.schedule();
  }

  private async raiseAll(): Promise<void> {
    try {
      while (!this.stopped && this.lease.isHeld() && (this.pending.length > 0 || this.clock.now() >= this.sweepAt)) {
        if (this.pending.length === 0) await this.sweep();
        const batch = this.pending.slice(0, BATCH);
        if (batch.length === 0) continue;
        await this.raise(batch);
        this.pending = this.pending.slice(batch.length);
      }
    } catch (error) {
      // Nothing was stored: the batch is still pending and is tried again.
      this.onError(error);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private async raise(batch: DueDeadline[]): Promise<number> {
    const committed = await this.log.raise(batch, this.clock.now());
    const raised = committed.entries.filter((entry) => entry.kind === 'alert' && entry.change === 'raised');
    const done = this.clock.now();
    let latest = 0;
    for (const entry of raised) {
      const lateness = done - (entry.kind === 'alert' ? entry.alert.dueAt : done);
      this.onLateness(lateness);
      latest = Math.max(latest, lateness);
    }
    if (raised.length > 0) this.figures.lastLatenessMs = latest;
    this.figures.raised += raised.length;
    if (committed.entries.length > 0) this.onCommitted(committed.entries);
    return raised.length;
  }

  /** Asks the store what is due and has no alert: after a start or takeover the overdue ones, otherwise nothing. */
  private async sweep(): Promise<void> {
    const first = this.sweepAt === 0;
    this.sweepAt = this.clock.now() + SWEEP_MS;
    const overdue = await this.log.deadlinesUntil(this.clock.now() - (first ? 0 : RESCUE_AFTER_MS), BATCH);
    if (overdue.length === 0) return;
    const raised = await this.raise(overdue);
    if (!first) this.figures.rescued += raised;
    // A full page means there may be more.
    if (overdue.length === BATCH) this.sweepAt = first ? 0 : this.clock.now();
  }
}

/** A deadline this long past without an alert was missed by the wheel. */
const RESCUE_AFTER_MS = 2_000;
