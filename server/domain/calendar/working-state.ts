import type { CompiledCalendar } from './compile.ts';
import { dayIndexAt } from './working-time.ts';

/** A stretch of working time, UTC epoch milliseconds. */
export interface WorkingStretch {
  readonly from: number;
  readonly to: number;
}

/** Whether work goes on, and which stretch of working time runs or comes next. */
export interface WorkingState {
  readonly working: boolean;
  /** The stretch that runs now; null outside working time. */
  readonly current: WorkingStretch | null;
  /** The stretch after; null at the end of the calendar. */
  readonly next: WorkingStretch | null;
}

/** Working state at an instant; a stretch includes its first instant and not its last. Throws RangeError outside the calendar's years. */
export function workingStateAt(calendar: CompiledCalendar, instant: number): WorkingState {
  const { intervalEnd, dayInterval } = calendar;
  let interval = dayInterval[dayIndexAt(calendar, instant)] as number;
  while (interval < intervalEnd.length && (intervalEnd[interval] as number) <= instant) interval++;
  const first = stretch(calendar, interval);
  if (first && first.from <= instant) return { working: true, current: first, next: stretch(calendar, interval + 1) };
  return { working: false, current: null, next: first };
}

function stretch({ intervalStart, intervalEnd }: CompiledCalendar, interval: number): WorkingStretch | null {
  const from = intervalStart[interval];
  const to = intervalEnd[interval];
  return from === undefined || to === undefined ? null : { from, to };
}
