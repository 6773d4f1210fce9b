import type { CompiledCalendar } from '../calendar/compile.ts';
import { dateOfEpochDay } from '../calendar/dates.ts';
import { hoursTextsOn } from '../calendar/rules.ts';
import { dayIndexAt } from '../calendar/working-time.ts';
import type { Step } from './step.ts';

/** Says that a district's own calendar counts, and its working hours; nothing for the city's. */
export function hoursStep(calendar: CompiledCalendar, startedAt: number, balanceMs: number): readonly Step[] {
  if (calendar.district === null) return [];
  const date = dateOfEpochDay(calendar.firstDay + dayIndexAt(calendar, startedAt));
  const local = { name: calendar.district.name, hours: hoursTextsOn(calendar.calendar, date) };
  return [{ kind: 'local-hours', from: startedAt, to: startedAt, countedMs: 0, balanceMs, local }];
}
