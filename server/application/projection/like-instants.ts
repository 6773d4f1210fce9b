import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dayIndexAt } from '#domain/calendar/working-time.ts';
import { workingStateAt } from '#domain/calendar/working-state.ts';

const DAYS_BACK = 28;
const MOST = 14;

/**
 * The same time of day on days gone by that are like today's: work went on then if it goes on now. Newest first, at most
 * fourteen of the last four weeks; epoch ms.
 */
export function likeInstants(calendar: CompiledCalendar, now: number): number[] {
  const { dayStart } = calendar;
  const today = dayIndexAt(calendar, now);
  const sinceMidnight = now - (dayStart[today] as number);
  const { working } = workingStateAt(calendar, now);
  const found: number[] = [];
  for (let back = 1; back <= Math.min(DAYS_BACK, today) && found.length < MOST; back++) {
    const instant = (dayStart[today - back] as number) + sinceMidnight;
    if (workingStateAt(calendar, instant).working === working) found.push(instant);
  }
  return found;
}
