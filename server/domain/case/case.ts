import type { Actor } from '#domain/account/role.ts';
import type { ClockBasis, Limit } from '#domain/clock/limit.ts';
import type { Located, Position } from '#domain/place/position.ts';
import type { GivenPlace } from '#domain/place/succession.ts';
import type { Channel, Conduct, Reporter } from './event.ts';
import type { CaseRequest } from './request-kind.ts';
import type { Phase, Stage } from './stage.ts';
import type { Supervision } from './supervision.ts';

export type Pause = { from: number; to: number | null };
export type Extension = { at: number; limit: Limit };

/**
 * What of a case waits for somebody beside its stage: requests 申请 for their answer, supervisions 督办 for their reply. An
 * appeal may wait on a case that has ended; nothing else does.
 */
export type CaseWaits = { requests: CaseRequest[]; supervisions: Supervision[] };

/**
 * One passage through a stage. `no` counts passages within the case from 1; `round` counts what moved its deadline
 * (extension, resumption, a new due instant): alerts are unique by (case, no, round, threshold).
 */
export type StageInstance = {
  no: number;
  stage: Stage;
  round: number;
  enteredAt: number;
  leftAt: number | null;
  /** Department code in 处置, otherwise the post that holds it. */
  holder: string;
  limit: Limit | null;
  dueGiven: number | null;
  extensions: Extension[];
  pauses: Pause[];
  /** Who ended it; absent while it lasts. */
  endedBy?: Actor;
  /** The due instant that it is judged by, written when it ended; null where it had none. */
  judgedDueAt?: number | null;
  /** Granted on appeal: late, and left out of the score. */
  exempted?: { by: Actor; at: number; reason: string };
};

/** The whole-case clock 整体时限: from filing (own) or report (told) to the end. */
export type WholeClock = {
  round: number;
  startedAt: number;
  stoppedAt: number | null;
  limit: Limit | null;
  dueGiven: number | null;
  extensions: Extension[];
  pauses: Pause[];
};

/** Oddities kept and counted, never silently mended. */
export const ANOMALIES = [
  'ended-before-reported',
  'default-point',
  'no-place',
  'outside-city',
  'event-after-end',
] as const;
export type Anomaly = (typeof ANOMALIES)[number];

/** How often what happened. `redispatched`: to another department than before, so the one before was the wrong one. */
export type CaseCounts = {
  rework: number;
  returned: number;
  dispatched: number;
  extended: number;
  urged: number;
  suspended: number;
  redispatched?: number;
};

/** What a supporting department says it did. `at`: epoch ms. */
export type SupportFeedback = { department: string; at: number; note: string };

/** The latest state of a case: the fold of its events. Instants in epoch ms. */
export type CaseState = {
  phase: Phase;
  conduct: Conduct;
  channel: Channel;
  categoryKey: string | null;
  conditionNo: number | null;
  urgent: boolean;
  /** Code of the component that the report named. */
  component?: string;
  description: string;
  address: string;
  position: Position | null;
  place: Located;
  /** The place code that the report gave, where it gave one. */
  placeGiven?: GivenPlace;
  reporter: Reporter | null;
  /** File references by moment: before (report/verify), after (feedback/check). */
  media: { before: string[]; after: string[] };
  department: string | null;
  supporting: string[];
  /** Disposal limit of the filing condition, kept for dispatch, rework and extension. */
  disposalLimit: Limit | null;
  instances: StageInstance[];
  whole: WholeClock | null;
  suspended: { since: number; until: number | null; reason: string } | null;
  supervisionLevel: number;
  /** What was asked for, in order; absent where nothing ever was. */
  requests?: CaseRequest[];
  /** In order; absent where it never was supervised. */
  supervisions?: Supervision[];
  /** Feedback of supporting departments since the last dispatch; absent where none came. */
  supportFeedback?: SupportFeedback[];
  /** Put right on the spot by whoever found it: closed after an audit, and counted apart. */
  selfHandled?: boolean;
  /** The district's centre that the city handed the report to. */
  passed?: { to: string; at: number };
  /** Number of the case that this one is a duplicate of. */
  duplicateOf?: string;
  /** Numbers of the cases that were joined to this one. */
  duplicates?: string[];
  forced: boolean;
  counts: CaseCounts;
  reportedAt: number;
  acceptedAt: number | null;
  filedAt: number | null;
  dispatchedAt: number | null;
  disposedAt: number | null;
  checkedAt: number | null;
  endedAt: number | null;
  anomalies: Anomaly[];
  /** Number of events folded; comments count too. */
  version: number;
  /** `version` of the last event that is more than a comment: what a second officer's move is checked against. */
  moveVersion: number;
};

/** A running clock's instants. `round` and `instance` make its alerts unique; `instance` 0 is the whole-case clock. */
export type RunningClock = {
  instance: number;
  round: number;
  /** Whether the clock counts working time only. */
  basis: ClockBasis;
  warnAt: number | null;
  dueAt: number | null;
  provisional: boolean;
};

/**
 * A case as live projections, lists and the deadline keeper need it: flat, small, no history.
 * `id` is a dense whole number (fits 32 bits) that names the case in columns.
 */
export type CaseSummary = {
  id: number;
  number: string;
  source: string;
  externalId: string;
  simulated: boolean;
  phase: Phase;
  conduct: Conduct;
  channel: Channel;
  categoryKey: string | null;
  conditionNo: number | null;
  urgent: boolean;
  suspended: boolean;
  supervisionLevel: number;
  position: Position | null;
  place: Located;
  address: string;
  department: string | null;
  reportedAt: number;
  filedAt: number | null;
  stageEnteredAt: number;
  endedAt: number | null;
  /** The stage's running clock, null when none runs (ended, paused, no limit). */
  stageClock: RunningClock | null;
  wholeClock: RunningClock | null;
  reworks: number;
  /** Requests and supervisions that wait for somebody; absent where none do. */
  waits?: CaseWaits;
  version: number;
  moveVersion: number;
};
