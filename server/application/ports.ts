import type { Alert, AlertKey, Threshold } from '#domain/alert/alert.ts';
import type { CloseOrder } from '#domain/alert/closing.ts';
import type { ShelfOrder } from '#domain/alert/shelf.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import type { CaseState, CaseSummary } from '#domain/case/case.ts';
import type { CalendarChange, RestatedClocks } from '#domain/case/restated.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { Canary, CanaryMark } from '#domain/feed/canary.ts';
import type { Fix, Team } from '#domain/team/team.ts';

/**
 * One numbered line of the log: a case event with the case as it was after it, an alert as it was after a change, clocks,
 * or a canary.
 */
export type LogEntry =
  | {
      position: number;
      recordedAt: number;
      kind: 'case';
      caseId: number;
      event: CaseEvent;
      after: CaseSummary;
      /** The due instant by which the disposal that this event ended is judged; null where it ended none. */
      judgedDueAt?: number | null;
    }
  | { position: number; recordedAt: number; kind: 'alert'; caseId: number; change: AlertChange; alert: Alert }
  | RestatedEntry
  | CanaryEntry;

/** One change of calendar for many cases at once; each gets its own `restated` event later, or before it changes again. */
export type RestatedEntry = {
  position: number;
  recordedAt: number;
  kind: 'restated';
  change: CalendarChange;
  cases: readonly RestatedClocks[];
};

/** A probe on its way through: it moves nothing. Only the newest few can be read again. */
export type CanaryEntry = { position: number; recordedAt: number; kind: 'canary'; canary: Canary };

export type AlertChange = 'raised' | 'taken' | 'released' | 'shelved' | 'returned' | 'resolved';

/** A case as the store keeps it for deciding on it: its number, its fold and the summary that goes to projections. */
export type StoredCase = {
  id: number;
  number: string;
  source: string;
  externalId: string;
  simulated: boolean;
  state: CaseState;
};

/** Which cases a transaction needs to see. `eventIds` asks which of a case's event ids are stored already. */
export type CaseKeys = {
  numbers?: string[];
  ids?: number[];
  externals?: { source: string; externalId: string }[];
};

/** What a transaction sees, all under the log's lock: nobody else writes until it commits. */
export type FoundCases = {
  byNumber(number: string): StoredCase | undefined;
  byId(id: number): StoredCase | undefined;
  byExternal(source: string, externalId: string): StoredCase | undefined;
  /** The stored events of a case, in log order (only for told cases and those asked for: needed to fold late messages). */
  eventsOf(caseId: number): CaseEvent[];
  /** Ids of the stored events of a found case, by which repeated messages are known. */
  eventIds(caseId: number): ReadonlySet<string>;
};

/** A new case. The store gives it its id; `numberPrefix`/`numberDay` make its number (`E0110-20261122-000123`). */
export type NewCase = {
  kind: 'new';
  source: string;
  externalId: string;
  simulated: boolean;
  numberPrefix: string;
  numberDay: string;
  events: CaseEvent[];
  state: CaseState;
  clocks: CaseClocks;
  judged?: JudgedDisposals;
};

/** Events on a stored case with the state after them. */
export type ChangedCase = {
  kind: 'changed';
  id: number;
  events: CaseEvent[];
  state: CaseState;
  clocks: CaseClocks;
  judged?: JudgedDisposals;
};

/** Due instants (epoch ms) of the disposals that events of one write ended, by event id. */
export type JudgedDisposals = ReadonlyMap<string, number>;

export type CaseClocks = Pick<CaseSummary, 'stageClock' | 'wholeClock'>;
export type CaseWrite = NewCase | ChangedCase;

/** What a transaction wrote, in log order. `cases[i]` belongs to the i-th write. */
export type Committed = { entries: LogEntry[]; cases: { id: number; number: string }[] };

/** A deadline that has come: raise its alert if the case still has that clock, or owes that reply. */
export type DueDeadline = AlertKey & { dueAt: number };

/**
 * The event log with the case rows and alerts written beside it. Positions are gap-free in commit order across nodes.
 * Every method that writes resolves after commit and rejects with StoreUnavailable when nothing was stored.
 */
export interface CaseLog {
  /**
   * One transaction under the log's lock: loads the cases named by `keys` (with their events when `withEvents`), lets
   * `decide` (synchronous, pure) say what to write, writes events + case rows, resolves alerts whose clock moved on.
   */
  transact(keys: CaseKeys, withEvents: boolean, decide: (found: FoundCases) => CaseWrite[]): Promise<Committed>;
  /** Raises alerts for what is due, set-based; stale or repeated ones are ignored. A timeout resolves its warning. */
  raise(due: DueDeadline[], at: number): Promise<Committed>;
  /** Somebody takes (or gives back) an alert. Rejects with AlertConflict when another has it. */
  take(alertId: number, by: { id: string; name: string }, at: number): Promise<Committed>;
  release(alertId: number, by: { id: string; name: string }, at: number): Promise<Committed>;
  /** Somebody puts an alert aside. Rejects with AlertConflict when another has it. */
  shelve(alertId: number, by: { id: string; name: string }, order: ShelfOrder, at: number): Promise<Committed>;
  /** Somebody closes an alert by hand. Rejects with AlertConflict when another has it. */
  close(alertId: number, by: { id: string; name: string }, order: CloseOrder, at: number): Promise<Committed>;
  /** What `from` took goes to `to` in one move. Rejects with AlertConflict when another has it, or nobody. */
  pass(
    alertId: number,
    from: { id: string; name: string },
    to: { id: string; name: string },
    at: number,
  ): Promise<Committed>;
  /**
   * Opens again what was shelved until `at`, and what was taken `idleMs` ago or longer on cases on which no person did
   * anything since; at most `limit`.
   */
  returnDue(at: number, idleMs: number, limit: number): Promise<Committed>;
  /** Lets a probe go the way of all entries. It takes a position and leaves nothing behind but itself, for a while. */
  canary(mark: CanaryMark): Promise<Committed>;
  /** Codes of the district and subdistrict of an alert's case (none outside the city); null when there is no such alert. */
  alertPlace(alertId: number): Promise<string[] | null>;
  /** Last committed position, 0 when empty. */
  head(): Promise<number>;
  /** Names this log: another value than before means another database (restored, emptied), so all positions are void. */
  epoch(): Promise<string>;
  /** Entries after a position, in order; `after` summaries may be newer than the entry. At most `limit`. */
  readAfter(position: number, limit: number): Promise<LogEntry[]>;
  /** A consistent picture to rebuild projections from: all open cases and open or taken alerts as of `position`. */
  snapshot(): Promise<LogSnapshot>;
  /**
   * Open cases with a clock that is due after `since` or held, in pages by id, with what their clocks depend on. Pages
   * may differ in age: `restate` leaves out what changed since `head()` was asked before the first of them.
   */
  clocked(since: number): AsyncIterable<readonly ClockedCase[]>;
  /**
   * Moves the clocks of many cases by one entry, and resolves the alerts of the clocks that were. Cases that changed after
   * `asOf`, a log position, are left out. Whoever reads through this log sees the others as restated at once.
   */
  restate(change: CalendarChange, cases: readonly RestatedClocks[], asOf: number): Promise<Committed>;
  /** Writes the own events of at most `limit` restated cases. `left`: whether there are more. */
  settle(limit: number): Promise<Committed & { left: boolean }>;
  /** Running deadlines and owed replies with due ≤ `until`, soonest first, that have raised no alert yet. */
  deadlinesUntil(until: number, limit: number): Promise<DueDeadline[]>;
}

/** A case with its clocks as they stand, and what each that runs depends on beside the calendar of the case's district. */
export type ClockedCase = RestatedClocks & {
  readonly districtCode: string | null;
  readonly stageFacts: ClockFacts | null;
  readonly wholeFacts: ClockFacts | null;
};

export type LogSnapshot = {
  position: number;
  cases: CaseSummary[];
  /** Cases that have ended and on which something waits all the same. */
  ended: CaseSummary[];
  alerts: Alert[];
};

export interface TeamStore {
  roster(): Promise<Team[]>;
  /** Adds teams that a source announced, or replaces what was known of them. */
  saveRoster(source: string, teams: readonly Team[]): Promise<void>;
  saveFixes(fixes: readonly Fix[], receivedAt: number): Promise<void>;
  /** Latest fix of each team. */
  latestFixes(): Promise<(Fix & { receivedAt: number })[]>;
}

/** Suspended cases whose end date has come: 挂账 resumes by itself. */
export interface SuspensionStore {
  /** Case numbers with a suspension that ends ≤ `at`, at most `limit`. */
  endedBy(at: number, limit: number): Promise<string[]>;
}

/** Tells the other nodes that the log grew, and hears it from them. Carries no truth: missing a word costs delay only. */
export interface LogBell {
  ring(position: number): void;
  onRing(listener: (position: number) => void): () => void;
}

/** One owner at a time of a named duty (the deadlines), lost within seconds when the owner dies. */
export interface Lease {
  /** Resolves while held or not; `isHeld` is true only while this node owns the duty. */
  start(): Promise<void>;
  isHeld(): boolean;
  onChange(listener: (held: boolean) => void): () => void;
  stop(): Promise<void>;
}

/** Time as a port, so that a year can be replayed. `setAlarm` never fires early and takes any distance. */
export interface Clock {
  now(): number;
  setAlarm(at: number, run: () => void): () => void;
}

/** Nothing was stored because the store cannot be reached: answer 503 and try again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Another officer has it; says who and since when. */
export class AlertConflict extends Error {
  override name = 'AlertConflict';
  readonly holder: { id: string; name: string; since: number } | null;
  constructor(message: string, holder: { id: string; name: string; since: number } | null) {
    super(message);
    this.holder = holder;
  }
}

export type { Threshold };
