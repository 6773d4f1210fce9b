import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import type { LogEntry } from '../ports.ts';
import { FactsNotReady, type CaseLogs } from './evaluation-port.ts';
import type { FactCheckpoint } from './fact-checkpoint.ts';
import { FactColumns } from './fact-columns.ts';

export type FactKeeperParts = {
  logs: CaseLogs;
  checkpoint: FactCheckpoint;
  calendar: () => CompiledCalendar;
  onFault: (what: string, error: unknown) => void;
};

const PAGE = 1_000;
/** How long changes are gathered before their cases are read again. */
const GATHER_MS = 500;
/** Pause after the store could not be read. */
const RETRY_MS = 2_000;
const CHECKPOINT_MS = 300_000;

/**
 * Keeps the facts of every case: those of the stored checkpoint, or else of the whole log, read page by page beside other
 * work; then of each case that changed. Its columns follow from the log alone, so a lost node loses nothing.
 */
export class FactKeeper {
  private readonly parts: FactKeeperParts;
  private columns = new FactColumns();
  private timer: NodeJS.Timeout | null = null;
  private readonly saving: NodeJS.Timeout;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;
  private epoch = '';
  /** Everything up to here is in the columns. */
  private position = 0;
  private share = 0;
  private complete = false;

  constructor(parts: FactKeeperParts) {
    this.parts = parts;
    this.saving = setInterval(() => this.next(() => this.save()), CHECKPOINT_MS);
    this.saving.unref();
  }

  /** Begins to read; does not wait for the end. */
  start(): void {
    this.next(() => this.readAll());
  }

  /** Log entries as they are committed, on whichever node: what they changed is read from the log soon. */
  onEntries(entries: readonly LogEntry[]): void {
    if (this.complete && entries.some(({ kind }) => kind === 'case')) this.gather(GATHER_MS);
  }

  /** Throws FactsNotReady while the log is still being read. */
  ready(): FactColumns {
    if (!this.complete) throw new FactsNotReady(this.share);
    return this.columns;
  }

  /** Resolves when all that was committed so far is counted. */
  async settle(): Promise<void> {
    this.next(() => this.readChanged());
    await this.working;
  }

  /** Stops, and keeps what was read for the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.saving);
    if (this.timer) clearTimeout(this.timer);
    await this.working;
    await this.save();
  }

  /** One thing after the other: nothing may change while the columns are stored. */
  private next(work: () => Promise<void>): void {
    this.working = this.working.then(work);
  }

  private async readAll(): Promise<void> {
    while (!this.stopped && !this.complete) {
      try {
        await this.readOnce();
      } catch (error) {
        this.parts.onFault('the log could not be read for the evaluation', error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    if (!this.stopped) await this.save();
  }

  private async readOnce(): Promise<void> {
    const head = await this.parts.logs.head();
    this.epoch = head.epoch;
    const kept = await this.parts.checkpoint.read(head).catch((error: unknown) => {
      this.parts.onFault('the stored facts are of no use: the log is read from its beginning', error);
      return null;
    });
    this.columns = kept?.columns ?? new FactColumns();
    this.position = kept?.position ?? head.position;
    if (kept === null) await this.readPages();
    await this.readTail();
    this.complete = !this.stopped;
  }

  private async readPages(): Promise<void> {
    for (let after = 0; !this.stopped;) {
      const { cases, highest } = await this.parts.logs.page(after, PAGE);
      if (cases.length === 0) return;
      this.take(cases);
      after = cases.at(-1)?.id ?? highest;
      this.share = after / Math.max(1, highest);
    }
  }

  /** Reads what changed since the position that the columns stand at. */
  private async readTail(): Promise<void> {
    const { position, ids } = await this.parts.logs.changedAfter(this.position);
    for (let from = 0; from < ids.length; from += PAGE) {
      if (this.stopped) return;
      this.take(await this.parts.logs.eventsOf(ids.slice(from, from + PAGE)));
    }
    this.position = position;
  }

  private gather(ms: number): void {
    if (this.timer !== null || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.next(() => this.readChanged());
    }, ms);
  }

  private async readChanged(): Promise<void> {
    if (this.stopped || !this.complete) return;
    try {
      await this.readTail();
    } catch (error) {
      this.parts.onFault('changed cases could not be read for the evaluation', error);
      this.gather(RETRY_MS);
    }
  }

  private async save(): Promise<void> {
    if (!this.complete) return;
    try {
      await this.parts.checkpoint.write(this.columns, { epoch: this.epoch, position: this.position });
    } catch (error) {
      this.parts.onFault('the facts of the evaluation could not be stored', error);
    }
  }

  private take(cases: Awaited<ReturnType<CaseLogs['eventsOf']>>): void {
    const calendar = this.parts.calendar();
    for (const { id, events } of cases) {
      const facts = factsOf(id, events, calendar);
      if (facts !== null) this.columns.set(facts);
    }
  }
}
