import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dayIndexAt } from '#domain/calendar/working-time.ts';
import type { DayHistoryRow } from './day-history.ts';
import { DayTally, type PassedStage } from './day-tally.ts';
import type { PlaceOrdinals } from './place-scope.ts';

/** Days kept: today and the thirteen before it. */
export const KEPT_DAYS = 14;

/** The tallies of today and the days before, in the calendar's own zone. */
export class DayBook {
  private readonly calendar: CompiledCalendar;
  private readonly places: PlaceOrdinals;
  /** Oldest first; the last is today. */
  private days: DayTally[] = [];
  /** Whether the store has told of the days before today. */
  private pastKnown = false;

  constructor(calendar: CompiledCalendar, places: PlaceOrdinals, now: number) {
    this.calendar = calendar;
    this.places = places;
    this.turnTo(now);
  }

  get today(): DayTally {
    return this.days.at(-1) as DayTally;
  }

  /** The day `back` days before today (1 = yesterday); null when nothing is known of it. */
  before(back: number): DayTally | null {
    return this.pastKnown ? (this.days[this.days.length - 1 - back] ?? null) : null;
  }

  dayStarts(): number[] {
    return this.days.map(({ dayStart }) => dayStart);
  }

  /** Moves on to the day of an instant. Returns whether a new day began. */
  turnTo(now: number): boolean {
    if (this.days.length > 0 && this.today.has(now)) return false;
    const index = dayIndexAt(this.calendar, now);
    const held = new Map(this.days.map((day) => [day.dayStart, day]));
    const { dayStart } = this.calendar;
    this.days = [];
    for (let day = Math.max(0, index - KEPT_DAYS + 1); day <= index; day++) {
      const start = dayStart[day] as number;
      this.days.push(held.get(start) ?? new DayTally(start, dayStart[day + 1] as number, this.places.count));
    }
    return true;
  }

  /** Takes what the store knows of these days, in place of what was counted. */
  load(rows: readonly DayHistoryRow[]): void {
    this.days = this.days.map(({ dayStart, dayEnd }) => new DayTally(dayStart, dayEnd, this.places.count));
    for (const row of rows) {
      const day = this.days.find(({ dayStart }) => dayStart === row.dayStart);
      if (day) fill(day, this.places.ordinalOf(row.placeCode), row);
    }
    this.pastKnown = rows.length > 0;
  }

  /** The tally an event of this instant belongs to; null when it is older than the kept days. */
  dayOf(at: number): DayTally | null {
    const day = this.days.findLast((it) => it.has(at)) ?? null;
    // Somebody tells of the days before today: from now on something is known of them.
    if (day !== null && day !== this.today) this.pastKnown = true;
    return day;
  }
}

function fill(day: DayTally, place: number, row: DayHistoryRow): void {
  for (const [stage, count] of Object.entries(row.passed) as [PassedStage, number][]) {
    if (stage !== 'report') day.countPassed(place, stage, day.dayStart, count);
  }
  const hourStart = (hour: number) => day.dayStart + hour * 3_600_000;
  row.reportedByHour.forEach((count, hour) => day.countPassed(place, 'report', hourStart(hour), count));
  row.endedByHour.forEach((count, hour) => day.countEnded(place, hourStart(hour), count));
  day.countDisposed(place, row.disposedOnTime, row.disposedDue);
}
