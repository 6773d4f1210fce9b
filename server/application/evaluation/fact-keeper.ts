import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import type { LogEntry } from '../ports.ts';
import { FactsNotReady, type CaseLogs } from './evaluation-port.ts';
import { FactColumns } from './fact-columns.ts';

export type FactKeeperParts = {
  logs: CaseLogs;
  calendar: () => CompiledCalendar;
  onFault: (what: string, error: unknown) => void;
};

const PAGE = 1_000;
/** How long changes are gathered before their cases are read again. */
const GATHER_MS = 500;
/** Pause after the store could not be read. */
const RETRY_MS = 2_000;

/**
 * Keeps the facts of every case: reads the whole log once, page by page beside other work, then each case that changed.
 * Its columns follow from the log alone, so a lost node loses nothing.
 */
export class FactKeeper {
  readonly columns = new FactColumns();
  private readonly parts: FactKeeperParts;
  private readonly changed = new Set<number>();
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;
  private readTo = 0;
  private share = 0;
  private complete = false;

  constructor(parts: FactKeeperParts) {
    this.parts = parts;
  }

  /** Begins to read; does not wait for the end. */
  start(): void {
    this.working = this.readAll();
  }

  /** Log entries as they are committed, on whichever node. */
  onEntries(entries: readonly LogEntry[]): void {
    for (const entry of entries) if (entry.kind === 'case') this.changed.add(entry.caseId);
    if (this.complete) this.gather(GATHER_MS);
  }

  /** Throws FactsNotReady while the log is still being read. */
  ready(): FactColumns {
    if (!this.complete) throw new FactsNotReady(this.share);
    return this.columns;
  }

  /** Resolves when all that was committed so far is counted. */
  async settle(): Promise<void> {
    await this.working;
    if (!this.stopped && this.changed.size > 0) await this.readChanged();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.working;
  }

  private async readAll(): Promise<void> {
    while (!this.stopped && !this.complete) {
      try {
        const { cases, highest } = await this.parts.logs.page(this.readTo, PAGE);
        this.take(cases);
        this.readTo = cases.at(-1)?.id ?? highest;
        this.share = highest === 0 ? 1 : this.readTo / highest;
        this.complete = cases.length === 0;
      } catch (error) {
        this.parts.onFault('the log could not be read for the evaluation', error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    if (!this.stopped) await this.readChanged();
  }

  private gather(ms: number): void {
    if (this.timer !== null || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.working = this.working.then(() => this.readChanged());
    }, ms);
  }

  private async readChanged(): Promise<void> {
    while (!this.stopped && this.changed.size > 0) {
      const ids = [...this.changed].slice(0, PAGE);
      ids.forEach((id) => this.changed.delete(id));
      try {
        this.take(await this.parts.logs.eventsOf(ids));
      } catch (error) {
        ids.forEach((id) => this.changed.add(id));
        this.parts.onFault('changed cases could not be read for the evaluation', error);
        return this.gather(RETRY_MS);
      }
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
