import type { Alert } from '#domain/alert/alert.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { restatedSummary, type RestatedClocks } from '#domain/case/restated.ts';
import { STAGES, isEnd } from '#domain/case/stage.ts';
import type { Canary } from '#domain/feed/canary.ts';
import type { LogEntry, LogSnapshot } from '#application/ports.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { CanaryFrame } from '#wire/figures.ts';
import { AlertBoard, type BoardChange } from './alert-board.ts';
import { AlertLives, type StoredLife } from './alert-lives.ts';
import { CaseCounts } from './case-counts.ts';
import { CaseTable, type CaseChange, type CaseFacts } from './case-table.ts';
import { DayBook } from './day-book.ts';
import { STAGE_PASSED_BY } from './day-tally.ts';
import { DueScan } from './due-scan.ts';
import { GridStatus, type GridCentre } from './grid-status.ts';
import type { PlaceOrdinals } from './place-scope.ts';
import { WaitingBoard, type TaskHolder, type WaitingChange } from './waiting-board.ts';

export type PictureListener = {
  caseChanged(change: CaseChange): void;
  alertChanged(change: BoardChange): void;
  waitingChanged(change: WaitingChange): void;
};

type CaseEntry = Extract<LogEntry, { kind: 'case' }>;

const dispose = STAGES.indexOf('dispose');

/**
 * The whole city's live state, a fold over the log: open cases, counts, grids, alerts, the days. One a node; what each
 * viewer sees is cut from it.
 */
export class CityPicture {
  readonly places: PlaceOrdinals;
  readonly table: CaseTable;
  readonly counts: CaseCounts;
  readonly grids: GridStatus;
  readonly alerts: AlertBoard;
  /** What became of the alerts of the last day. */
  readonly lives = new AlertLives();
  readonly waiting: WaitingBoard;
  readonly days: DayBook;
  readonly due: DueScan;
  readonly dictionary: Dictionary;
  /** Log position the picture stands at. */
  position = 0;
  /** Team last sent to a case, while it is open. */
  readonly sentTeams = new Map<number, string>();
  /** Newest event of each district's cases, by ordinal (the last element: outside). */
  readonly newestEventAt: Float64Array;
  /** The newest probe that came this far, and when it did (epoch ms). */
  canary: CanaryFrame | null = null;
  /** Open cases by stage, for the check against the store. */
  readonly byStage = new Int32Array(STAGES.length);
  private readonly listener: PictureListener;

  constructor(parts: {
    dictionary: Dictionary;
    places: PlaceOrdinals;
    calendar: CompiledCalendar;
    now: number;
    gridCentre: GridCentre;
    listener: PictureListener;
  }) {
    const { dictionary, calendar, now } = parts;
    // Ordinals are those of the dictionary as it is now: the city's own may take in more while this picture lasts.
    this.dictionary = { ...dictionary };
    this.listener = parts.listener;
    this.places = parts.places;
    this.table = new CaseTable(dictionary, this.places);
    this.counts = new CaseCounts(this.places.count, dictionary.categories.length);
    this.grids = new GridStatus(parts.gridCentre);
    this.alerts = new AlertBoard(this.places);
    this.waiting = new WaitingBoard(this.places);
    this.days = new DayBook(calendar, this.places, now);
    this.due = new DueScan(this.places.count);
    this.newestEventAt = new Float64Array(this.places.count + 1);
  }

  /** Takes the store's picture at a position; call on a fresh one. */
  load(snapshot: LogSnapshot, now: number): void {
    for (const summary of snapshot.cases) {
      const change = this.table.put(summary, false, now);
      if (change) this.tell(change);
      this.noteEventAt(summary, Math.max(summary.stageEnteredAt, summary.reportedAt));
    }
    for (const summary of [...snapshot.cases, ...snapshot.ended]) this.waiting.put(summary);
    for (const alert of snapshot.alerts) this.takeAlert(alert);
    this.position = snapshot.position;
    this.due.run(this.table.columns, now, this.days.today.dayStart);
  }

  /** Takes alerts that were raised lately, as the store tells them. */
  loadLives(lives: readonly StoredLife[]): void {
    for (const life of lives) {
      const { districtCode, subdistrictCode } = life;
      const located = { inside: true, districtCode, subdistrictCode, communityCode: null, gridCode: null };
      const place = this.places.ordinalAt(located);
      this.lives.note(life, { place, department: life.department });
    }
  }

  /** Takes the next entry of the log in. */
  apply(entry: LogEntry, now: number): void {
    if (entry.kind === 'case') this.applyEvent(entry, now);
    else if (entry.kind === 'alert') this.takeAlert(entry.alert);
    else if (entry.kind === 'canary') this.takeCanary(entry.canary, now);
    else for (const clocks of entry.cases) this.restate(clocks, now);
    this.position = entry.position;
  }

  /** A probe counts for nothing: it is only shown that it came this far. */
  takeCanary(canary: Canary, projectedAt: number): void {
    this.canary = { ...canary, projectedAt };
  }

  /** Takes who has which task; the log does not tell it. */
  setTaskHolders(holders: readonly TaskHolder[]): void {
    for (const change of this.waiting.setHolders(holders)) this.listener.waitingChanged(change);
  }

  /** What time alone changes: lamps, what is due soon, the day. Returns whether anything did. */
  pass(now: number): boolean {
    let changed = this.days.turnTo(now);
    this.table.relamp(now, (change) => {
      changed = true;
      this.tell(change);
    });
    return this.due.run(this.table.columns, now, this.days.today.dayStart) || changed;
  }

  private applyEvent({ event, after, judgedDueAt }: CaseEntry, now: number): void {
    const before = this.table.summaryOf(after.id);
    this.tally(event, before, after, judgedDueAt);
    this.noteEventAt(after, event.at);
    if (event.data.type === 'team-sent') this.sentTeams.set(after.id, event.data.team);
    if (isEnd(after.phase)) this.sentTeams.delete(after.id);
    // What one entry told of many cases at once is known when each case's own comes.
    if (event.data.type === 'restated' && before?.version === after.version) return;
    this.put(after, now);
  }

  private restate(clocks: RestatedClocks, now: number): void {
    const before = this.table.summaryOf(clocks.id);
    if (before?.version === clocks.version) this.put(restatedSummary(before, clocks), now);
  }

  private put(summary: CaseSummary, now: number): void {
    for (const change of this.waiting.put(summary)) this.listener.waitingChanged(change);
    const change = this.table.put(summary, this.alerts.isTaken(summary.id), now);
    if (!change) return;
    this.tell(change);
    for (const alertChange of this.alerts.refresh(summary)) this.listener.alertChanged(alertChange);
  }

  private takeAlert(alert: Alert): void {
    const summary = this.table.summaryOf(alert.caseId);
    const placed = summary && { place: this.places.ordinalAt(summary.place), department: summary.department };
    this.lives.note(alert, placed ?? null);
    const change = this.alerts.put(alert, summary);
    if (change) this.listener.alertChanged(change);
    const flagged = this.table.setTaken(alert.caseId, this.alerts.isTaken(alert.caseId));
    if (flagged) this.tell(flagged);
  }

  private tell(change: CaseChange): void {
    const { before, after } = change;
    if (before) this.count(before, -1);
    if (after) this.count(after, 1);
    this.grids.change(change);
    this.listener.caseChanged(change);
  }

  private count(facts: CaseFacts, sign: 1 | -1): void {
    this.counts.add(facts, sign);
    this.byStage[facts.stage] = (this.byStage[facts.stage] as number) + sign;
  }

  /** `judgedDueAt` undefined: the log does not say, and what the picture knew of the case must do. */
  private tally(
    event: CaseEvent,
    before: CaseSummary | undefined,
    after: CaseSummary,
    judgedDueAt: number | null | undefined,
  ): void {
    const day = this.days.dayOf(event.at);
    if (!day) return;
    const place = this.places.ordinalAt(after.place);
    const passed = STAGE_PASSED_BY[event.data.type];
    if (passed) day.countPassed(place, passed, event.at);
    if (endsCase(event) && after.endedAt === event.at) day.countEnded(place, event.at);
    const known = before?.phase === 'dispose' && leavesDisposal(after) ? before.stageClock?.dueAt : null;
    const due = judgedDueAt === undefined ? known : judgedDueAt;
    if (due != null) day.countDisposed(place, event.at <= due ? 1 : 0, 1);
  }

  /** When the newest thing the picture holds happened; 0 when it holds nothing. */
  get dataAt(): number {
    return this.newestEventAt.reduce((newest, at) => Math.max(newest, at), 0);
  }

  private noteEventAt(summary: CaseSummary, at: number): void {
    const district = this.places.districtOf(this.places.ordinalAt(summary.place));
    const index = Math.min(district, this.newestEventAt.length - 1);
    if (at > (this.newestEventAt[index] as number)) this.newestEventAt[index] = at;
  }
}

/** Whether an event ends its case. */
function endsCase({ data }: CaseEvent): boolean {
  if (data.type === 'told') return data.phase !== undefined && isEnd(data.phase);
  return data.type === 'closed' || data.type === 'declined' || data.type === 'voided';
}

/** Disposal is judged when its work is handed on or the case ends closed; a return or a void is no disposal. */
function leavesDisposal({ phase }: CaseSummary): boolean {
  return phase === 'closed' || STAGES.findIndex((stage) => stage === phase) > dispose;
}
