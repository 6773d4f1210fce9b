import type { BriefingPort } from '#application/briefing/briefings.ts';
import type { DeskViewPort } from '#application/desk/desk-views.ts';
import type { MentionPort } from '#application/mention/mentions.ts';
import type { ReplayPort } from '#application/wall/replay.ts';
import type { WallPort } from '#application/wall/walls.ts';
import type { PlaceScope, Principal } from '#domain/account/role.ts';
import type { Alert, AlertStatus, Threshold } from '#domain/alert/alert.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import type { CloseOrder } from '#domain/alert/closing.ts';
import type { ShelfOrder } from '#domain/alert/shelf.ts';
import type { CaseState, CaseSummary } from '#domain/case/case.ts';
import type { CaseEvent, Channel, Conduct, Reporter } from '#domain/case/event.ts';
import type { Right } from '#domain/case/policy.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import type { Phase, Stage } from '#domain/case/stage.ts';
import type { ClockBasis, Limit } from '#domain/clock/limit.ts';
import type { Lamp } from '#domain/clock/lamp.ts';
import type { Step } from '#domain/clock/step.ts';
import type { Located, Position } from '#domain/place/position.ts';
import type { Fix, Team } from '#domain/team/team.ts';
import type { HandbookAnswer } from '#wire/http/handbook.ts';
import type { CommandResult, Move, MoveName, MoveRequest } from '#wire/command.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { AlertRow, Figures } from '#wire/figures.ts';
import type { ItemResult, Rejection } from '#wire/http/rejection.ts';
import type { Level } from '#wire/level.ts';
import type { PeopleImport } from './account/people-import.ts';
import type { AccountPort } from './account/account-port.ts';
import type { PhotoPort } from './photo/photos.ts';
import type { AuditLine } from './audit-trail/audit-line.ts';
import type { AuditTrail } from './audit-trail/audit-trail.ts';
import type { ComponentQueries } from './component/component-queries.ts';
import type { EvaluationPort } from './evaluation/evaluation-port.ts';
import type { Geocoder } from './geocode/geocoder.ts';
import type { HandoverPort } from './handover/handover-port.ts';
import type { HistoryPort } from './history/history-port.ts';
import type { ListProblem } from './lists/list-kind.ts';
import type { Lists } from './lists/lists.ts';
import type { ResponsibilityPort } from './responsibility/responsibility-port.ts';
import type { ScreenPort } from './screen/screen-port.ts';
import type { TaskPort } from './task/task-port.ts';
import type { WaitingPort } from './query/waiting-port.ts';

/** A report that passed the edge: instants in epoch ms, position in the platform's datum. */
export type IncomingReport = {
  sourceId: string;
  reportedAt: number;
  channel: Channel;
  conduct: Conduct;
  category: string | null;
  conditionNo: number | null;
  /** Code of the component that it is about; null or absent where the source does not know. */
  component?: string | null;
  description: string;
  address: string;
  position: Position | null;
  /** True where the source gave its stand-in point for "place unknown": the position is then null. */
  defaultPoint?: boolean;
  /** Code of the place that the source names; null or absent where it names none. A point inside the city goes before it. */
  place?: string | null;
  reporter: Reporter | null;
  media: string[];
  dueAt: number | null;
  /** Moves that the source made before it reported the case here, in order: stored with the report or not at all. */
  history?: PastMove[];
};

export type PastMove = { eventId: string; at: number; by: { id: string; name: string } | null; move: Move };

/** Names a case by the source's own id of its report or by its number here. */
export type IncomingCaseName = { kind: 'source-id'; sourceId: string } | { kind: 'number'; number: string };

/** A told event or a source's own move that passed the edge. Members left out of `told` say nothing. */
export type IncomingCaseEvent = {
  eventId: string;
  case: IncomingCaseName;
  at: number;
  by: { id: string; name: string } | null;
  what:
    | { type: 'told'; phase?: Phase; dueAt?: number | null; department?: string; place?: string; note: string }
    | { type: 'move'; move: Move };
};

/**
 * What comes in from sources. Every method resolves after commit, with one result an item in the order given, and
 * rejects with StoreUnavailable when nothing was stored. `who.id` is the source's id, `who.scope` its reach.
 */
export interface IngestPort {
  reports(who: Principal, items: readonly IncomingReport[]): Promise<ItemResult[]>;
  caseEvents(who: Principal, items: readonly IncomingCaseEvent[]): Promise<ItemResult[]>;
  /** `rejected[].index` counts in `fixes`. */
  positions(who: Principal, fixes: readonly Fix[], receivedAt: number): Promise<FixesTaken>;
  /** The source has told all there was up to `at`, though there may have been nothing. Nothing is stored. */
  beat(who: Principal, at: number, receivedAt: number): void;
}
export type FixesTaken = { accepted: number; rejected: (Omit<Rejection, 'status'> & { index: number })[] };

/** Absent conditions are null. Instants in epoch ms, [since, until) of the report. */
export type CaseFilter = {
  place: string | null;
  category: string | null;
  phases: Phase[] | null;
  source: string | null;
  /** Past the due instant of a running clock; false = not so. */
  overdue: boolean | null;
  open: boolean | null;
  since: number | null;
  until: number | null;
  /** Words to find in number, address and description. */
  text: string | null;
};

/** Newest first, by case id: those below `beforeId`; null begins. `nextBeforeId` null: that was the last page. */
export type CasePage = { cases: CaseSummary[]; nextBeforeId: number | null };

/** One clock of a case with its explanation. Instants in epoch ms, durations in ms of the clock's own measure. */
export type ExplainedClock = {
  kind: 'stage' | 'whole';
  /** The stage whose clock it is; null for the whole case. */
  stage: Stage | null;
  instance: number;
  round: number;
  startedAt: number;
  stoppedAt: number | null;
  warnAt: number | null;
  dueAt: number | null;
  basis: ClockBasis;
  totalMs: number;
  consumedMs: number;
  lamp: Lamp;
  provisional: boolean;
  limit: Limit | null;
  steps: readonly Step[];
};

/** All that is known of one case. `legal`: moves that the asker may make now; `rights` says it finer. */
export type CaseDetail = {
  summary: CaseSummary;
  state: CaseState;
  events: CaseEvent[];
  clocks: ExplainedClock[];
  /** `firedUnder`: the calendar version that an alert fired under, where its case is counted with another one now. */
  alerts: (Alert & { firedUnder?: string })[];
  legal: MoveName[];
  rights: Right[];
};

export type AlertFilter = {
  place: string | null;
  statuses: AlertStatus[] | null;
  threshold: Threshold | null;
};

/** A place of the tree. `geometry`: GeoJSON in the platform's datum, only where asked for. */
export type PlaceRecord = {
  code: string;
  parentCode: string | null;
  level: Level;
  nameZh: string;
  nameEn: string;
  approximate: boolean;
  hosting: 'central' | 'federated' | null;
  areaM2: number;
  lon: number;
  lat: number;
  population: number | null;
  geometry?: unknown;
};

export type PlaceFilter = { level: Level | null; parent: string | null; geometry: boolean; at: number | null };

export type TeamRecord = Team & { fix: (Omit<Fix, 'team'> & { receivedAt: number }) | null };

/**
 * What may be asked. Every answer holds only what `who.scope` (and for a department its own cases) lets them see.
 * Rejects with StoreUnavailable when it needs the store and cannot reach it.
 */
export interface QueryPort {
  listCases(who: Principal, filter: CaseFilter, page: { beforeId: number | null; limit: number }): Promise<CasePage>;
  /** Null when there is none or it is out of reach. */
  caseByNumber(who: Principal, number: string): Promise<CaseDetail | null>;
  /** Worst first: timeouts before warnings, earliest due first. At most `limit`; `total` counts all. */
  alerts(who: Principal, filter: AlertFilter, limit: number): Promise<{ total: number; alerts: AlertRow[] }>;
  /** `at`: as they were at an instant (epoch ms); null: those in use. */
  places(filter: PlaceFilter): Promise<PlaceRecord[]>;
  /** In memory, about 20 µs. */
  locate(position: Position): Located;
  /** By the outlines of an instant (epoch ms). The first question about a span reads them all, up to some seconds. */
  locateAt(position: Position, at: number): Promise<Located>;
  teams(who: Principal, filter: { place: string | null }): Promise<TeamRecord[]>;
  /** Null for a place that the figures do not cover. */
  figures(who: Principal, place: PlaceScope): Promise<Figures | null>;
  dictionary(): Dictionary;
}

/** What a person does. Refusals come back as values; rejects only when the store cannot be reached. */
export interface MovePort {
  move(who: Principal, caseNumber: string, request: MoveRequest): Promise<CommandResult>;
  take(who: Principal, alertId: number): Promise<CommandResult>;
  release(who: Principal, alertId: number): Promise<CommandResult>;
  shelve(who: Principal, alertId: number, order: ShelfOrder): Promise<CommandResult>;
  close(who: Principal, alertId: number, order: CloseOrder): Promise<CommandResult>;
}

/** What the city sets about its moves. `change` keeps what it is not given; rejects with StoreUnavailable. */
export interface RulePort {
  current(): CaseRules;
  change(who: Principal, change: Partial<CaseRules>): Promise<CaseRules>;
}

/** One thing that must be right before this node serves. `detail` is one line for an operator. */
export type ReadyCheck = { name: string; ok: boolean; detail: string };

export interface HealthPort {
  live(): { node: string; build: string; startedAt: number };
  ready(): Promise<ReadyCheck[]>;
}

/** All that the HTTP ways in and out need of the application; composed in main.ts. */
export interface ApiPort {
  /** The platform's clock, which a replay may run faster. */
  now(): number;
  ingest: IngestPort;
  queries: QueryPort;
  photos: PhotoPort;
  moves: MovePort;
  waiting: WaitingPort;
  tasks: TaskPort;
  responsibility: ResponsibilityPort;
  rules: RulePort;
  walls: WallPort;
  /** Days of the past, for a wall to play again. */
  replays: ReplayPort;
  briefings: BriefingPort;
  /** What officers keep of their desks, and the limits by which their load is told. Rejects with StoreUnavailable. */
  desk: {
    views: DeskViewPort;
    mentions: MentionPort;
    limits(): LoadLimits;
    changeLimits(who: Principal, change: Partial<LoadLimits>): Promise<LoadLimits>;
  };
  /** What one shift hands to the next. */
  handovers: HandoverPort;
  /** What happened and who did it. */
  history: HistoryPort;
  screens: ScreenPort;
  lists: Lists;
  /** What is wrong with the outlines in force right below a place; null for a code that no place has. */
  placeProblems(parent: string): readonly ListProblem[] | null;
  /** What cases are filed and timed by. Rejects with StoreUnavailable. */
  handbook(): Promise<HandbookAnswer>;
  geocoder: Geocoder;
  components: ComponentQueries;
  health: HealthPort;
  evaluation: EvaluationPort;
  accounts: AccountPort;
  people: PeopleImport;
  audit(line: AuditLine): Promise<void>;
  /** The newest lines of an act that was done, at most so many. Rejects with StoreUnavailable. */
  auditOf(act: string, most: number): Promise<readonly AuditLine[]>;
  /** All lines, as the auditor reads them. */
  auditTrail: AuditTrail;
}
