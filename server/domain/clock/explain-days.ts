import type { CompiledCalendar } from '../calendar/compile.ts';
import { dateOfEpochDay } from '../calendar/dates.ts';
import { dayKind } from '../calendar/days.ts';
import { dayIndexAt } from '../calendar/working-time.ts';
import type { Stretch } from './step.ts';

/** Splits a stretch of time into what the calendar counts and what it does not, in order and without gaps. */
export function explainDays(calendar: CompiledCalendar, from: number, to: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = dayIndexAt(calendar, from); from < to; day++) {
    const end = Math.min(to, calendar.dayStart[day + 1] as number);
    if (end <= from) continue;
    if (calendar.workday[day] === 1) explainWorkday(calendar, day, from, end, stretches);
    else stretches.push(dayOff(calendar, day, from, end));
    from = end;
  }
  return stretches;
}

function dayOff(calendar: CompiledCalendar, day: number, from: number, to: number): Stretch {
  const date = dateOfEpochDay(calendar.firstDay + day);
  const stretch = { from, to, countedMs: 0, firstDate: date, lastDate: date };
  const name = calendar.special.get(day)?.name;
  if (!name) return { ...stretch, kind: 'not-counted-weekend' };
  return { ...stretch, kind: 'not-counted-holiday', dayName: name };
}

function explainWorkday(calendar: CompiledCalendar, day: number, from: number, to: number, stretches: Stretch[]): void {
  const first = calendar.dayInterval[day] as number;
  const last = calendar.dayInterval[day + 1] as number;
  const name = calendar.special.get(day)?.name;
  const makeup = dayKind(calendar, day) === 'makeup-workday' && name;
  const push = (kind: Stretch['kind'], until: number): void => {
    const end = Math.min(until, to);
    if (end <= from) return;
    const countedMs = kind === 'counted' ? end - from : 0;
    if (makeup && kind === 'counted')
      stretches.push({ kind: 'makeup-workday', from, to: end, countedMs, dayName: name });
    else stretches.push({ kind, from, to: end, countedMs });
    from = end;
  };
  for (let interval = first; interval < last; interval++) {
    push(interval === first ? 'not-counted-night' : 'not-counted-lunch', calendar.intervalStart[interval] as number);
    push('counted', calendar.intervalEnd[interval] as number);
  }
  push('not-counted-night', to);
}
