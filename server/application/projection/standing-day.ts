import { KEPT_DAYS, type DayBook } from './day-book.ts';
import type { DayTally } from './day-tally.ts';
import type { DueScan } from './due-scan.ts';
import type { ScopePlaces } from './place-scope.ts';
import type { PictureThresholds } from './thresholds.ts';

/** A day whose on-time rates stand, and how long ago it is (0 = today). */
export type StandingDay = { day: DayTally; back: number };

/** Disposals judged on a day over some places, and those of them in time; today also those overdue and not disposed. */
export function judgedOn(
  { day, back }: StandingDay,
  due: DueScan,
  places: readonly number[],
  withOutside: boolean,
): { onTime: number; due: number } {
  const sums = day.sums(places, withOutside);
  return { onTime: sums.onTime, due: sums.due + (back === 0 ? due.of(places, withOutside).overdueToday : 0) };
}

/**
 * The days whose rates may stand for a scope, newest first: those with enough disposals due. Without a guard a league at
 * three in the morning would rank districts by one case each. Where no day has enough, today stands alone.
 */
export function standingDays(
  days: DayBook,
  due: DueScan,
  scope: ScopePlaces,
  { standingShare, standingLeast }: PictureThresholds,
): [StandingDay, StandingDay | null] {
  const today: StandingDay = { day: days.today, back: 0 };
  const known = [today];
  for (let back = 1; back < KEPT_DAYS; back++) {
    const day = days.before(back);
    if (day) known.push({ day, back });
  }
  const counts = known.map((one) => judgedOn(one, due, scope.ordinals, scope.isCity).due);
  const enough = Math.max(standingLeast, standingShare * Math.max(...counts));
  const standing = known.filter((_, index) => (counts[index] as number) >= enough);
  return [standing[0] ?? today, standing[1] ?? null];
}
