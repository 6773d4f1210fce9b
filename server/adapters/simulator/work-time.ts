import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { addWorkingMs } from '#domain/calendar/working-time.ts';
import { instantAtConsumed } from '#domain/clock/count.ts';
import { basisOf, limitMs, type Limit } from '#domain/clock/limit.ts';

/**
 * The instant (epoch ms) at which so much time of a limit's own measure has passed since `from`. Work whose limit waits
 * for a season, such as planting, waits for it too.
 */
export function afterWork(calendar: CompiledCalendar, limit: Limit, from: number, ms: number): number {
  if (limit.season === undefined || ms <= 0) {
    return Math.floor(basisOf(limit.unit) === 'working' ? addWorkingMs(calendar, from, ms) : from + ms);
  }
  const granted = { ...limit, value: ms / limitMs({ ...limit, value: 1 }, calendar) };
  const work = { startedAt: from, limit: granted, extensions: [], pauses: [] };
  // Nothing pauses it, so it has an end.
  return Math.floor(instantAtConsumed(work, calendar, ms) ?? from);
}
