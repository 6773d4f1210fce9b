import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { minuteMs } from '#domain/calendar/dates.ts';
import { workingStateAt } from '#domain/calendar/working-state.ts';
import { isOnDuty } from '#domain/task/task.ts';
import type { Fix, Team } from '#domain/team/team.ts';

/** What is in force now: calendars and rules change while the server runs. */
export type DutyParts = {
  calendar: () => CompiledCalendar;
  onDutyMinutes: () => number;
  teamOf: (code: string) => Pick<Team, 'districtCode'> | null;
};

/** Whether a team with a fix is on duty at an instant (epoch ms), by the hours of the district that it belongs to. */
export function dutyWatch({ calendar, onDutyMinutes, teamOf }: DutyParts): (fix: Fix, at: number) => boolean {
  return (fix, at) => {
    const hours = calendarAt(calendar(), teamOf(fix.team)?.districtCode ?? null);
    return isOnDuty(fix, at, onDutyMinutes() * minuteMs, workingStateAt(hours, at).working);
  };
}
