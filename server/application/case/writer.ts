import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { ClockThresholds } from '#domain/clock/clock.ts';
import type { Canary, CanaryMark } from '#domain/feed/canary.ts';
import type { CaseKeys, CaseLog, CaseWrite, LogEntry } from '../ports.ts';
import { type CaseDraft, DraftBook } from './draft.ts';

/** What one caller wants done in the next transaction. `plan` is pure over the book and runs exactly once per try. */
export type WriteJob<T> = {
  keys: CaseKeys;
  /** How many items it carries, to bound a batch. */
  size: number;
  plan(book: DraftBook): PlannedJob<T>;
};

/** `finish` is called after commit, when every draft has its number. */
export type PlannedJob<T> = { finish(numberOf: (draft: CaseDraft) => string): T };

type WaitingCanary = { mark: CanaryMark; resolve: (canary: Canary) => void; reject: (error: unknown) => void };
type Waiting = { job: WriteJob<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void };

/**
 * The node's one writer: jobs that arrive while a transaction runs go into the next one together, so a busy node commits
 * hundreds of jobs at the price of one, and a quiet one waits for nothing. Jobs that fail in planning fail alone.
 */
export class CaseWriter {
  private readonly log: CaseLog;
  private readonly calendar: () => CompiledCalendar;
  private readonly thresholds: ClockThresholds;
  private readonly onCommitted: (entries: LogEntry[]) => void;
  private waiting: Waiting[] = [];
  private canaries: WaitingCanary[] = [];
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(parts: {
    log: CaseLog;
    calendar: () => CompiledCalendar;
    thresholds: ClockThresholds;
    onCommitted: (entries: LogEntry[]) => void;
  }) {
    this.log = parts.log;
    this.calendar = parts.calendar;
    this.thresholds = parts.thresholds;
    this.onCommitted = parts.onCommitted;
  }

  /** Jobs waiting for a transaction (for shedding load and for metrics). */
  get backlog(): number {
    return this.waiting.reduce((sum, { job }) => sum + job.size, 0);
  }

  /** Resolves after commit; rejects with StoreUnavailable when nothing was stored. */
  submit<T>(job: WriteJob<T>): Promise<T> {
    if (this.stopped) return Promise.reject(new Error('the writer has stopped'));
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ job, resolve: resolve as (value: unknown) => void, reject });
      this.running ??= this.drainQueue();
    });
  }

  /** Sends a probe after what waits now; it waits as long as that does. Resolves after commit; rejects as `submit`. */
  submitCanary(mark: CanaryMark): Promise<Canary> {
    if (this.stopped) return Promise.reject(new Error('the writer has stopped'));
    return new Promise<Canary>((resolve, reject) => {
      this.canaries.push({ mark, resolve, reject });
      this.running ??= this.drainQueue();
    });
  }

  /** Finishes what was submitted, then refuses more. */
  async drain(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async drainQueue(): Promise<void> {
    // One turn of the event loop, so that what arrived together is written together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0 || this.canaries.length > 0) {
      const canaries = this.canaries.splice(0);
      if (this.waiting.length > 0) await this.writeBatch(this.takeBatch());
      for (const canary of canaries) await this.writeCanary(canary);
    }
    this.running = null;
  }

  private async writeCanary({ mark, resolve, reject }: WaitingCanary): Promise<void> {
    try {
      const { entries } = await this.log.canary(mark);
      this.onCommitted(entries);
      const [entry] = entries;
      if (entry?.kind !== 'canary') throw new Error('a canary was stored as something else');
      resolve(entry.canary);
    } catch (error) {
      reject(error);
    }
  }

  private takeBatch(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const { job } of this.waiting) {
      if (count > 0 && size + job.size > MAX_BATCH_ITEMS) break;
      size += job.size;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async writeBatch(batch: Waiting[]): Promise<void> {
    const failures = new Map<Waiting, unknown>();
    let planned: { waiting: Waiting; plan: PlannedJob<unknown> }[] = [];
    let written: CaseDraft[] = [];
    try {
      const committed = await this.log.transact(mergeKeys(batch), true, (found) => {
        const book = new DraftBook(found);
        planned = [];
        failures.clear();
        for (const waiting of batch) {
          try {
            planned.push({ waiting, plan: waiting.job.plan(book) });
          } catch (error) {
            failures.set(waiting, error);
          }
        }
        const writes: CaseWrite[] = [];
        written = [];
        for (const draft of book.drafts) {
          const write = draft.toWrite(this.calendar(), this.thresholds);
          if (write) {
            writes.push(write);
            written.push(draft);
          }
        }
        return writes;
      });
      const numbers = new Map(written.map((draft, index) => [draft, committed.cases[index]!.number]));
      if (committed.entries.length > 0) this.onCommitted(committed.entries);
      const numberOf = (draft: CaseDraft): string => numbers.get(draft) ?? draft.stored?.number ?? '';
      for (const { waiting, plan } of planned) waiting.resolve(plan.finish(numberOf));
      for (const [waiting, error] of failures) waiting.reject(error);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }
}

const MAX_BATCH_ITEMS = 2_000;

function mergeKeys(batch: readonly Waiting[]): CaseKeys {
  const numbers = new Set<string>();
  const ids = new Set<number>();
  const externals = new Map<string, { source: string; externalId: string }>();
  for (const { job } of batch) {
    for (const number of job.keys.numbers ?? []) numbers.add(number);
    for (const id of job.keys.ids ?? []) ids.add(id);
    for (const key of job.keys.externals ?? []) externals.set(`${key.source}\u0000${key.externalId}`, key);
  }
  return { numbers: [...numbers], ids: [...ids], externals: [...externals.values()] };
}
