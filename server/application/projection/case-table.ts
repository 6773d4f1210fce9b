import type { CaseSummary } from '#domain/case/case.ts';
import { isEnd, phaseCode } from '#domain/case/stage.ts';
import { CaseRows } from '#wire/case-rows.ts';
import { CASE_FLAG, NO_POSITION, type CaseColumns } from '#wire/columns.ts';
import { NO_ORDINAL, type Dictionary } from '#wire/dictionary.ts';
import type { PlaceOrdinals } from './place-scope.ts';

/** Lamp of a stage clock as a column code. A case without a running clock is green. */
export const LAMP = { green: 0, amber: 1, red: 2, paused: 3 } as const;
export const LAMP_COUNT = 4;

/** What other projections need to know of one open case, before and after a change. */
export type CaseFacts = {
  readonly id: number;
  readonly place: number;
  readonly category: number;
  /** Index in STAGES. */
  readonly stage: number;
  readonly lamp: number;
  readonly supervised: boolean;
  readonly department: string | null;
  readonly grid: string | null;
  /** Micro-degrees, NO_POSITION without one. */
  readonly lon: number;
  readonly lat: number;
};

/**
 * One case's facts before and after; null = not open then. `byTime`: only its lamp changed, which every screen works out
 * for itself from the instants it has.
 */
export type CaseChange = {
  readonly before: CaseFacts | null;
  readonly after: CaseFacts | null;
  readonly byTime?: true;
};

/** Open cases as columns with their summaries beside them; rows are dense. */
export class CaseTable {
  private readonly rows = new CaseRows();
  private readonly summaries: CaseSummary[] = [];
  private readonly categoryOrdinals: ReadonlyMap<string, number>;
  private readonly places: PlaceOrdinals;
  private lamps = new Uint8Array(1024);

  constructor(dictionary: Dictionary, places: PlaceOrdinals) {
    this.places = places;
    this.categoryOrdinals = new Map(dictionary.categories.map(({ key }, ordinal) => [key, ordinal]));
  }

  get columns(): CaseColumns {
    return this.rows.columns;
  }

  get length(): number {
    return this.rows.length;
  }

  rowOf(id: number): number {
    return this.rows.rowOf(id);
  }

  summaryOf(id: number): CaseSummary | undefined {
    const row = this.rows.rowOf(id);
    return row < 0 ? undefined : this.summaries[row];
  }

  all(): readonly CaseSummary[] {
    return this.summaries;
  }

  /**
   * Takes a case as it is now: open cases are written, ended ones removed. A summary older than the one held changes
   * nothing (entries read back from the store may carry newer summaries than their own).
   */
  put(summary: CaseSummary, taken: boolean, now: number): CaseChange | null {
    const known = this.rows.rowOf(summary.id);
    if (known >= 0 && summary.version < (this.summaries[known] as CaseSummary).version) return null;
    const before = known < 0 ? null : this.factsAt(known);
    if (isEnd(summary.phase)) {
      if (known >= 0) this.remove(summary.id);
      return before && { before, after: null };
    }
    const row = this.rows.ensureRow(summary.id);
    this.summaries[row] = summary;
    if (row >= this.lamps.length) this.lamps = grow(this.lamps);
    this.write(row, summary, taken);
    this.lamps[row] = this.lampAt(row, now);
    return { before, after: this.factsAt(row) };
  }

  /** Sets whether somebody has taken an alert on the case. Returns the change, null when it is not open or was so. */
  setTaken(id: number, taken: boolean): CaseChange | null {
    const row = this.rows.rowOf(id);
    if (row < 0) return null;
    const flags = this.columns.flags[row] as number;
    const next = taken ? flags | CASE_FLAG.taken : flags & ~CASE_FLAG.taken;
    if (next === flags) return null;
    this.columns.flags[row] = next;
    const facts = this.factsAt(row);
    return { before: facts, after: facts };
  }

  /** Changes the lamps of all cases whose instant has come, and tells of each. Lamps change without any event. */
  relamp(now: number, tell: (change: CaseChange) => void): void {
    const { length } = this.columns;
    for (let row = 0; row < length; row++) {
      const lamp = this.lampAt(row, now);
      if (lamp === this.lamps[row]) continue;
      const before = this.factsAt(row);
      this.lamps[row] = lamp;
      tell({ before, after: this.factsAt(row), byTime: true });
    }
  }

  factsAt(row: number): CaseFacts {
    const { columns } = this;
    const summary = this.summaries[row] as CaseSummary;
    return {
      id: columns.id[row] as number,
      place: columns.place[row] as number,
      category: columns.category[row] as number,
      stage: columns.phase[row] as number,
      lamp: this.lamps[row] as number,
      supervised: ((columns.flags[row] as number) & CASE_FLAG.supervised) !== 0,
      department: summary.department,
      grid: summary.place.gridCode,
      lon: columns.lon[row] as number,
      lat: columns.lat[row] as number,
    };
  }

  private remove(id: number): void {
    const row = this.rows.remove(id);
    const last = this.summaries.pop() as CaseSummary;
    if (row === this.summaries.length) return;
    this.summaries[row] = last;
    this.lamps[row] = this.lamps[this.summaries.length] as number;
  }

  private write(row: number, summary: CaseSummary, taken: boolean): void {
    const { columns } = this;
    const { position, stageClock, wholeClock } = summary;
    columns.lon[row] = position === null ? NO_POSITION : Math.round(position.lon * 1e6);
    columns.lat[row] = position === null ? NO_POSITION : Math.round(position.lat * 1e6);
    columns.category[row] = this.categoryOrdinals.get(summary.categoryKey ?? '') ?? NO_ORDINAL;
    columns.place[row] = this.places.ordinalAt(summary.place);
    columns.phase[row] = phaseCode(summary.phase);
    columns.flags[row] = flagsOf(summary, taken);
    columns.warnAt[row] = seconds(sooner(stageClock?.warnAt, wholeClock?.warnAt));
    columns.dueAt[row] = seconds(sooner(stageClock?.dueAt, wholeClock?.dueAt));
    columns.reportedAt[row] = seconds(summary.reportedAt);
  }

  private lampAt(row: number, now: number): number {
    const { flags, dueAt, warnAt } = this.columns;
    if ((flags[row] as number) & CASE_FLAG.suspended) return LAMP.paused;
    const due = dueAt[row] as number;
    if (due !== 0 && now > due * 1000) return LAMP.red;
    const warn = warnAt[row] as number;
    return warn !== 0 && now >= warn * 1000 ? LAMP.amber : LAMP.green;
  }
}

/** A case is as late as the worse of its two clocks. */
function sooner(stage: number | null | undefined, whole: number | null | undefined): number | null {
  if (stage == null || whole == null) return stage ?? whole ?? null;
  return Math.min(stage, whole);
}

/** Whole seconds, rounded up so that no screen turns a lamp before its instant; 0 = none. */
function seconds(instant: number | null): number {
  return instant === null ? 0 : Math.min(0xffffffff, Math.max(0, Math.ceil(instant / 1000)));
}

function flagsOf(summary: CaseSummary, taken: boolean): number {
  return (
    (summary.urgent ? CASE_FLAG.urgent : 0) |
    (summary.suspended ? CASE_FLAG.suspended : 0) |
    (summary.supervisionLevel > 0 ? CASE_FLAG.supervised : 0) |
    (summary.simulated ? CASE_FLAG.simulated : 0) |
    (taken ? CASE_FLAG.taken : 0) |
    (summary.reworks > 0 ? CASE_FLAG.reworked : 0)
  );
}

function grow(lamps: Uint8Array): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(lamps.length * 2);
  grown.set(lamps);
  return grown;
}
