import type { PassedStage } from './day-tally.ts';

/**
 * What the log says of one place on one local day. `placeCode`: the case's subdistrict, else its district, null outside.
 * Arrays by hour of the day (24).
 */
export type DayHistoryRow = {
  dayStart: number;
  placeCode: string | null;
  passed: Partial<Record<PassedStage, number>>;
  reportedByHour: number[];
  endedByHour: number[];
  /** Disposals of the day that a clock judged, and those in time. */
  disposedDue: number;
  disposedOnTime: number;
};

/** Disposals of one place that were to fall due within an hour. */
export type DueThen = { placeCode: string | null; due: number };

export type OpenThen = { placeCode: string | null; categoryKey: string | null; open: number };

/** Days gone by, read from the store at start and when a day ends. Rejects with StoreUnavailable. */
export interface DayHistory {
  /** Days that begin at these instants (ascending, the last may be today), up to and including a log position. */
  days(dayStarts: readonly number[], end: number, position: number): Promise<DayHistoryRow[]>;
  /** Open cases as they were at an instant. */
  openAt(instant: number): Promise<OpenThen[]>;
  /** Disposals that ran at an instant and were due within the hour after it. */
  dueSoonAt(instant: number): Promise<DueThen[]>;
}

/** When nothing is known of the past: yesterday's figures and trends stay empty. */
export const noHistory: DayHistory = {
  days: () => Promise.resolve([]),
  openAt: () => Promise.resolve([]),
  dueSoonAt: () => Promise.resolve([]),
};
