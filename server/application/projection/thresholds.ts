import type { TeamAges } from './team-table.ts';

/** Lines that the live picture draws; the operator's to choose. */
export type PictureThresholds = {
  /** Wanted on-time rate, 0–1. */
  onTimeTarget: number;
  /** More timed-out cases than this turn the number red. */
  timedOutLine: number;
  teams: TeamAges;
};

export const defaultPictureThresholds: PictureThresholds = {
  onTimeTarget: 0.95,
  timedOutLine: 100,
  teams: { freshMs: 2 * 60_000, lateMs: 10 * 60_000 },
};
