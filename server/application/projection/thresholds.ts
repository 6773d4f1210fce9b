import type { TeamAges } from './team-table.ts';

/** Lines that the live picture draws; the operator's to choose. */
export type PictureThresholds = {
  /** Wanted on-time rate, 0–1. */
  onTimeTarget: number;
  /** More timed-out cases than this turn the number red. */
  timedOutLine: number;
  /** A day's rates stand with at least this share of the fullest kept day's disposals due, and at least so many. */
  standingShare: number;
  standingLeast: number;
  teams: TeamAges;
};

export const defaultPictureThresholds: PictureThresholds = {
  onTimeTarget: 0.95,
  timedOutLine: 100,
  standingShare: 0.1,
  standingLeast: 10,
  teams: { freshMs: 2 * 60_000, lateMs: 10 * 60_000 },
};
