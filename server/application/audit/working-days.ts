/**
 * Working time counted the slow, plain way: day by day with the platform's own calendar document and Intl. Shares no
 * code with the clocks it is there to check.
 */
export type AuditCalendar = AuditRules & {
  zone: string;
  /** What districts have of their own, by code. */
  districts?: Readonly<Record<string, Partial<AuditRules>>>;
};

type AuditRules = {
  workweek: readonly number[];
  hours: readonly {
    intervals: readonly (readonly [string, string])[];
    season?: YearSpan;
    since?: string;
    until?: string;
  }[];
  /** Length of one 工作日 in ms; absent: a day of the first hours. */
  workingDayMs?: number;
  specialDays: readonly { date: string; workday: boolean }[];
  seasons?: Readonly<Record<string, AuditSeason | undefined>>;
};

type YearSpan = { from: string; to: string };
/** `starts`: a clock may only start in season; `runs`: it counts in season alone. */
type AuditSeason = { spans: readonly YearSpan[]; clock: 'starts' | 'runs' };

type Interval = { from: number; to: number };

const DAY = 86_400_000;
/** Where a calendar document says nothing of a season (docs/calendar.md). */
const USUAL_SEASON: AuditSeason = { spans: [{ from: '03-01', to: '05-31' }], clock: 'starts' };

export class WorkingDays {
  private readonly special: Map<string, boolean>;
  private readonly days = new Map<string, Interval[]>();
  private readonly districts = new Map<string, WorkingDays>();
  private readonly midnights = new Map<string, number>();
  private readonly local: Intl.DateTimeFormat;
  private readonly calendar: AuditCalendar;

  constructor(calendar: AuditCalendar) {
    this.calendar = calendar;
    this.special = new Map(calendar.specialDays.map(({ date, workday }) => [date, workday]));
    this.local = new Intl.DateTimeFormat('en-CA', {
      timeZone: calendar.zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** The days of a district's platform: these, where it has no rules of its own. */
  of(district: string | null): WorkingDays {
    const own = district === null ? undefined : this.calendar.districts?.[district];
    if (district === null || own === undefined) return this;
    const known = this.districts.get(district);
    if (known) return known;
    const { districts: _, ...city } = this.calendar;
    const { workingDayMs, ...rest } = city;
    const length = own.workingDayMs ?? (own.hours ? undefined : workingDayMs);
    const dates = new Set((own.specialDays ?? []).map(({ date }) => date));
    const made = new WorkingDays({
      ...rest,
      ...own,
      specialDays: [...city.specialDays.filter(({ date }) => !dates.has(date)), ...(own.specialDays ?? [])],
      seasons: { ...city.seasons, ...own.seasons },
      ...(length !== undefined && { workingDayMs: length }),
    });
    this.districts.set(district, made);
    return made;
  }

  /** How a season holds a clock. */
  seasonClock(season: string): AuditSeason['clock'] {
    return this.seasonOf(season).clock;
  }

  isInSeason(season: string, instant: number): boolean {
    const day = this.dateOf(instant).slice(5);
    return this.seasonOf(season).spans.some((span) => isWithin(span, day));
  }

  /** Local midnight of the day after an instant's. */
  nextMidnight(instant: number): number {
    return this.midnight(nextDate(this.dateOf(instant)));
  }

  private seasonOf(season: string): AuditSeason {
    return this.calendar.seasons?.[season] ?? USUAL_SEASON;
  }

  /** Length of one 工作日 in ms: the working hours of a day. */
  get dayLength(): number {
    const { workingDayMs, hours } = this.calendar;
    return (
      workingDayMs ?? hours[0]!.intervals.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0) * 60_000
    );
  }

  /** The instant at which `ms` of working time have passed since `start`. */
  add(start: number, ms: number): number {
    let left = ms;
    for (let date = this.dateOf(start); ; date = nextDate(date)) {
      for (const { from, to } of this.intervalsOf(date)) {
        const begin = Math.max(from, start);
        if (begin >= to) continue;
        if (left <= to - begin) return begin + left;
        left -= to - begin;
      }
    }
  }

  between(start: number, end: number): number {
    let sum = 0;
    for (let date = this.dateOf(start); ; date = nextDate(date)) {
      const intervals = this.intervalsOf(date);
      for (const { from, to } of intervals) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
      if (this.midnight(nextDate(date)) >= end) return sum;
    }
  }

  private intervalsOf(date: string): Interval[] {
    let known = this.days.get(date);
    if (!known) {
      const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
      const worked = this.special.get(date) ?? this.calendar.workweek.includes(weekday);
      const midnight = this.midnight(date);
      known = worked
        ? this.hoursOn(date).map(([from, to]) => ({
            from: midnight + minutes(from) * 60_000,
            to: midnight + minutes(to) * 60_000,
          }))
        : [];
      this.days.set(date, known);
    }
    return known;
  }

  /** Of the rules that hold on a date the last one's hours. */
  private hoursOn(date: string): readonly (readonly [string, string])[] {
    let hours: readonly (readonly [string, string])[] = [];
    for (const { intervals, season, since, until } of this.calendar.hours) {
      if ((since !== undefined && date < since) || (until !== undefined && date > until)) continue;
      if (season === undefined || isWithin(season, date.slice(5))) hours = intervals;
    }
    return hours;
  }

  private midnight(date: string): number {
    const known = this.midnights.get(date) ?? this.findMidnight(date);
    this.midnights.set(date, known);
    return known;
  }

  private findMidnight(date: string): number {
    const guess = Date.parse(`${date}T00:00:00Z`);
    for (let offset = -14; offset <= 14; offset += 0.25) {
      const instant = guess - offset * 3_600_000;
      if (this.text(instant) === `${date}, 00:00:00`) return instant;
    }
    throw new Error(`${date} has no midnight in ${this.calendar.zone}`);
  }

  private dateOf(instant: number): string {
    return this.text(instant).slice(0, 10);
  }

  private text(instant: number): string {
    return this.local.format(instant);
  }
}

function isWithin({ from, to }: YearSpan, day: string): boolean {
  return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

function minutes(time: string): number {
  const [hours, rest] = time.split(':');
  return Number(hours) * 60 + Number(rest);
}
