import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayIndexAt } from '#domain/calendar/working-time.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { Births } from './births.ts';
import { begin, liveUntil, type Living } from './life.ts';
import type { LifeRules } from './life-rules.ts';
import { reportMessage, type ReportMessage } from './messages.ts';

/** Days of the past that a new city gets, today included. */
export const HISTORY_DAYS = 14;

/** A case of the past: what to report, and how it stands now. */
export type PastCase = { message: ReportMessage; living: Living; open: boolean };

/** How long it may think before others have their turn. */
const TURN_MS = 12;

/** First instant of so many days of history, today included, and the instant of its second day (epoch ms). */
export function historyWindow(
  { calendar }: LifeRules,
  now: number,
  days = HISTORY_DAYS,
): { from: number; firstDayEnds: number } {
  const first = Math.max(0, dayIndexAt(calendar, now) - days + 1);
  return { from: calendar.dayStart[first] as number, firstDayEnds: calendar.dayStart[first + 1] as number };
}

/**
 * The cases reported in [from, until], each with all that happened to it by `now`: newest day first, and of a day in
 * order. Lets the process do other things in between.
 */
export async function* pastCases(
  rules: LifeRules,
  births: Births,
  { from, until, now }: { from: number; until: number; now: number },
): AsyncGenerator<PastCase> {
  const { calendar } = rules;
  let turnEnds = performance.now() + TURN_MS;
  for (let index = dayIndexAt(calendar, until); index >= dayIndexAt(calendar, from); index--) {
    const day = births.day(index);
    for (const [n, at] of day.arrivals.entries()) {
      if (at < from || at > until) continue;
      if (performance.now() > turnEnds) {
        await nextTurn();
        turnEnds = performance.now() + TURN_MS;
      }
      const birth = births.birth(day, n);
      const { past, now: living } = liveUntil(rules, begin(rules, birth.case), now);
      yield { message: reportMessage(birth, past), living, open: !isEnd(living.case.phase) };
    }
  }
}
