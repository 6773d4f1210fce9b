import type { AlertReturn, Shelving, Threshold } from '#domain/alert/alert.ts';
import type { Stage } from '#domain/case/stage.ts';
import type { ClockBasis } from '#domain/clock/limit.ts';
import type { Canary } from '#domain/feed/canary.ts';
import type { FeedState } from '#domain/feed/feed-state.ts';
import type { TeamKind } from '#domain/team/team.ts';

/** A rate with its counts: never a bare percentage. `rate` null when `due` is 0. `asOf`: "due" means due as of then. */
export type Rate = { onTime: number; due: number; rate: number | null; target: number; asOf: number };

/** One displayed stage: how many passed it today, how many wait in it, how many of those are out of time. */
export type StageFigure = { stage: 'report' | Stage; passedToday: number; open: number; timedOut: number };

export type PlaceFigure = {
  code: string;
  open: number;
  timedOut: number;
  warned: number;
  supervised: number;
  reportedToday: number;
  closedToday: number;
  onTime: Rate;
  /** Rank by on-time rate on the standing day (1 = best), null when nothing is due; and on the standing day before it. */
  rank: number | null;
  rankBefore: number | null;
  /** On-time rate of the last 14 days, oldest first; null where nothing was due. */
  trend: (number | null)[];
  /** Newest event time of this place's data (federated districts arrive late). Null: nothing yet. */
  dataAt: number | null;
};

/** Body of `figures` (frame, at most 4 a second): the figures of the day for the subscriber's scope. */
export type Figures = {
  at: number;
  dayStart: number;
  open: number;
  openYesterday: number | null;
  /** Disposals that fall due within an hour, suspended cases left out. */
  dueWithinHour: number;
  /** Usual range (10th–90th percentile) of dueWithinHour at this time of like days (working or not); null while unknown. */
  dueWithinHourUsual: [number, number] | null;
  dueWithin15: number;
  timedOut: number;
  /** Beyond this many timed out the number turns red. */
  timedOutLine: number;
  supervised: number;
  suspended: number;
  outside: number;
  /**
   * The day that on-time rates and ranks are of: today, or while today has too few disposals due to say anything, the
   * newest day before it that has enough.
   */
  standing: { dayStart: number; today: boolean };
  onTime: Rate;
  stages: StageFigure[];
  reportedToday: number;
  closedToday: number;
  hourly: { reported: number[]; closed: number[]; reportedYesterday: number[] | null };
  categories: { key: string; open: number; openWeekAgo: number | null }[];
  places: PlaceFigure[];
  teams: { total: number; fresh: number; late: number; silent: number };
  working: { running: boolean; from: number | null; to: number | null; provisional: boolean };
};

/** One card of the alert lane: timeouts of one category in one subdistrict held by one department, worst clock first. */
export type LaneGroup = {
  /** The number in its shape on lane and map alike, from 1. */
  no: number;
  categoryKey: string | null;
  districtCode: string | null;
  subdistrictCode: string | null;
  department: string | null;
  stage: Stage;
  count: number;
  urgent: boolean;
  supervised: boolean;
  /** Name of who took it; null = nobody has (pulses). */
  takenBy: string | null;
  /** Worst case of the group. */
  caseId: number;
  caseNumber: string;
  lon: number | null;
  lat: number | null;
  dueAt: number;
  /** Time over in the clock's own measure (working or continuous) at `Lane.at`; ticks on while `running`. */
  overMs: number;
  running: boolean;
  /** Nearest team sent to it, with metres left; null when none. */
  team: { code: string; metres: number } | null;
  caseIds: number[];
};

/** Body of `lane` (frame): newest timeout first; `groups` holds at most 60, `total` counts all timed-out cases. */
export type Lane = { at: number; total: number; untaken: number; groups: LaneGroup[] };

/** Body of `roster` (frame). The position in `teams` is the ordinal in TeamColumns. */
export type Roster = {
  version: number;
  teams: {
    code: string;
    kind: TeamKind;
    nameZh: string;
    nameEn: string;
    districtCode: string;
    department: string | null;
    simulated: boolean;
  }[];
};

/** One feed with its times on the server's clock, by which a screen counts its age on (domain/feed/feed-state.ts). */
export type Feed = {
  id: string;
  nameZh: string;
  nameEn: string;
  kind: 'cases' | 'positions' | 'alerts' | 'platform' | 'canary';
  beatMs: number;
  lagMs?: number;
  eventAt: number | null;
  receivedAt: number | null;
  /** Up to when the picture holds what was received. */
  heldAt: number | null;
  expectedSince: number;
  state: FeedState;
  simulated: boolean;
  districtCode: string | null;
};

/**
 * Body of `canary` (frame): the newest probe, with the instants (epoch ms, platform's clock) at which it was sent, came in
 * and was taken into the picture.
 */
export type CanaryFrame = Canary & { projectedAt: number };

/** Body of `status` (frame, once a second): how old and how sound the picture is. */
export type Status = {
  at: number;
  node: string;
  build: string;
  /** Version of the dictionary: fetch it again when it changes. */
  dictionary?: string;
  position: number;
  /** Up to when (epoch ms) the picture is known to hold everything that was stored; null before the first look. */
  heldAt: number | null;
  /** Differences found between the projections and the store since start: must stay 0. */
  drift: number;
  /** Milliseconds by which the newest alert was late, and armed deadlines. */
  deadlines: { owner: boolean; armed: number; lastLatenessMs: number | null };
  storeReachable: boolean;
  simulated: boolean;
  /** Virtual time of a replay: speed 1 and offset 0 when live. */
  clock: { speed: number; virtual: boolean };
  view: {
    nameZh: string;
    nameEn: string;
    /** [west, south, east, north] of everything and of the busiest part (the main map). */
    bounds: [number, number, number, number];
    focus: { nameZh: string; nameEn: string; bounds: [number, number, number, number]; districtCodes: string[] };
  };
  feeds: Feed[];
};

/** A row of the `alerts` topic: snapshot body {total, rows}, delta body {put: rows, removed: ids, total}. */
export type AlertRow = {
  id: number;
  caseId: number;
  caseNumber: string;
  instance: number;
  round: number;
  threshold: Threshold;
  status: 'open' | 'taken' | 'shelved';
  /** What the alert's clock counts: time left and over are told in its measure. */
  basis: ClockBasis;
  dueAt: number;
  firedAt: number;
  takenBy: string | null;
  takenByName: string | null;
  takenAt: number | null;
  /** While it is shelved: until when, by whom and why. */
  shelved: Shelving | null;
  /** When it came back by itself: why, and from whom. */
  returned: AlertReturn | null;
  stage: Stage;
  categoryKey: string | null;
  conditionNo: number | null;
  districtCode: string | null;
  subdistrictCode: string | null;
  department: string | null;
  address: string;
  lon: number | null;
  lat: number | null;
  urgent: boolean;
  supervised: boolean;
  caseVersion: number;
  /** What a move is decided on: another one since is a conflict. */
  moveVersion: number;
};
export type AlertsSnapshot = { total: number; rows: AlertRow[] };
export type AlertsDelta = { total: number; put: AlertRow[]; removed: number[] };
