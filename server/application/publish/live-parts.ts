import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import type { Fix } from '#domain/team/team.ts';
import type { CaseLog, Clock, LogBell, LogEntry, TeamStore } from '#application/ports.ts';
import type { DayHistory } from '#application/projection/day-history.ts';
import type { StoreCounts } from '#application/projection/drift-check.ts';
import type { StoredLife } from '#application/projection/alert-lives.ts';
import type { FeedDeclaration } from '#application/projection/feed-ages.ts';
import type { GridCentre } from '#application/projection/grid-status.ts';
import type { TaskHolder } from '#application/projection/waiting-board.ts';
import type { PictureThresholds } from '#application/projection/thresholds.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { Status } from '#wire/figures.ts';
import type { SeatShare } from './desk-seats.ts';
import type { Pace } from './subscriber.ts';

/** Positions told between nodes. Forgettable: a missed one is replaced by the next. */
export interface FixShare {
  share(fixes: readonly Fix[], receivedAt: number): void;
  onFixes(listener: (fixes: readonly Fix[], receivedAt: number) => void): () => void;
}

/** A feed was heard: `eventAt` up to when it has told all, `receivedAt` when it said so; epoch ms. */
export type FeedBeat = { feed: string; eventAt: number; receivedAt: number };

/** Beats told between nodes. Forgettable, as positions are. */
export interface BeatShare {
  share(beat: FeedBeat): void;
  onBeat(listener: (beat: FeedBeat) => void): () => void;
}

export type LiveHubParts = {
  clock: Clock;
  log: CaseLog;
  dictionary: Dictionary;
  calendar: CompiledCalendar;
  thresholds: PictureThresholds;
  /** Counts straight from the store, for the drift check. Rejects with StoreUnavailable. */
  storeCounts: () => Promise<StoreCounts>;
  history: DayHistory;
  teams: TeamStore;
  /** What a scope's map shows; the city's bounds also span the heat's lattice. */
  view: (scope: string) => Status['view'];
  feeds?: readonly FeedDeclaration[];
  build: string;
  nodeId: string;
  simulated: boolean;
  /** Speed and kind of the platform's clock; live by default. */
  clockKind?: Status['clock'];
  deadlines?: () => Status['deadlines'];
  gridCentre?: GridCentre;
  /** Who has which open task, from the store, for whoever follows `waiting`. Rejects with StoreUnavailable. */
  taskHolders?: () => Promise<readonly TaskHolder[]>;
  /** Alerts that were raised after an instant (epoch ms), for the load that they are. Rejects with StoreUnavailable. */
  alertLives?: (since: number) => Promise<readonly StoredLife[]>;
  /** Where load stops being bearable, as the city set it. */
  loadLimits?: () => LoadLimits;
  /** What hangs, and what it shows when. */
  walls?: () => readonly StandingWall[];
  /** Other nodes; one node alone needs neither. */
  bell?: LogBell;
  fixShare?: FixShare;
  beatShare?: BeatShare;
  seatShare?: SeatShare;
  pace?: Pace;
  /** Hears every entry of the log once, in order, whoever committed it. */
  onEntries?: (entries: readonly LogEntry[]) => void;
  /** Hears how long each probe took into the picture, ms of the platform's clock. */
  onCanary?: (tripMs: number) => void;
  /** Hears of what went wrong and is being dealt with; `what` is one line. */
  onFault?: (what: string, error: unknown) => void;
};
