// Random clocks, computed and counted: the computed ones by the product, the counted ones minute by minute.
import { plainCalendar, type Calendar } from '#domain/calendar/calendar.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import type { SeasonClock, SeasonRules } from '#domain/calendar/season.ts';
import { addWorkingMs, workingMsBetween } from '#domain/calendar/working-time.ts';
import { computeClock, consumedMs } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { limitUnits, type Limit } from '#domain/clock/limit.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { MinuteTable, type CountedRules, type CountedUnit } from './minute-count.ts';

const first = '2019-01-01T00:00Z';
const last = '2032-01-01T00:00Z';
const lastStart = Date.parse('2028-06-01T00:00Z') / 60_000;
const minuteMs = 60_000;

interface Subject {
  readonly calendar: CompiledCalendar;
  readonly table: MinuteTable;
}

export interface Comparison {
  readonly cases: number;
  /** Cases whose due instant a lasting pause takes away. */
  readonly held: number;
  /** Cases whose clock waited for its season. */
  readonly awaited: number;
  readonly differences: readonly string[];
}

const inDefaultHours = (_: string, minute: number): boolean =>
  (minute >= 480 && minute < 720) || (minute >= 840 && minute < 1080);
const none: ReadonlySet<string> = new Set();
const spring = (day: string): boolean => day >= '03-01' && day <= '05-31';

/** Calendars to compare under: China's own, and zones that change their clocks in every odd way. */
export function openSubjects(): readonly Subject[] {
  const datesOf = (workday: boolean): ReadonlySet<string> =>
    new Set(chinaCalendar.specialDays.filter((day) => day.workday === workday).map(({ date }) => date));
  const everyHour: Calendar['hours'] = [{ intervals: [['00:00', '24:00']] }];
  const summer: Calendar['hours'] = [
    ...plainCalendar.hours,
    { intervals: [['07:30', '15:30']], season: { from: '06-15', to: '09-14' } },
  ];
  const inSummerHours = (date: string, minute: number): boolean =>
    date.slice(5) >= '06-15' && date.slice(5) <= '09-14' ? minute >= 450 && minute < 930 : inDefaultHours(date, minute);
  const usual = { inHours: inDefaultHours, inSeason: spring, season: 'starts' } as const;
  const china = { ...usual, holidays: datesOf(false), makeups: datesOf(true) };
  const plain = { ...usual, holidays: none, makeups: none };
  const seasons = (clock: SeasonClock, ...spans: readonly (readonly [string, string])[]): SeasonRules => ({
    planting: { clock, spans: spans.map(([from, to]) => ({ from, to })) },
  });
  const binhai: Calendar = {
    ...chinaCalendar,
    seasons: seasons('starts', ['03-01', '03-31']),
    districts: {
      '120116': {
        name: { zh: '滨海新区', en: 'Binhai' },
        hours: [{ intervals: [['09:00', '17:00']] }],
        seasons: seasons('runs', ['02-29', '04-10'], ['11-01', '11-20']),
      },
    },
  };
  const inBinhaiSeason = (day: string): boolean =>
    (day >= '02-29' && day <= '04-10') || (day >= '11-01' && day <= '11-20');
  return [
    open(chinaCalendar, { ...china, zone: 'Asia/Shanghai' }),
    open(
      { ...plainCalendar, zone: 'Europe/London', hours: summer, seasons: seasons('runs', ['10-15', '02-10']) },
      {
        ...plain,
        zone: 'Europe/London',
        inHours: inSummerHours,
        inSeason: (day) => day >= '10-15' || day <= '02-10',
        season: 'runs',
      },
    ),
    open({ ...chinaCalendar, zone: 'America/New_York' }, { ...china, zone: 'America/New_York' }),
    open(
      {
        ...plainCalendar,
        zone: 'Australia/Lord_Howe',
        hours: everyHour,
        seasons: seasons('starts', ['12-20', '01-10']),
      },
      {
        ...plain,
        zone: 'Australia/Lord_Howe',
        inHours: () => true,
        inSeason: (day) => day >= '12-20' || day <= '01-10',
      },
    ),
    open({ ...plainCalendar, zone: 'Asia/Kathmandu' }, { ...plain, zone: 'Asia/Kathmandu' }),
    open(
      binhai,
      {
        ...china,
        zone: 'Asia/Shanghai',
        inHours: (_, minute) => minute >= 540 && minute < 1020,
        inSeason: inBinhaiSeason,
        season: 'runs',
      },
      '120116',
    ),
  ];
}

/** Compares `cases` random clocks made from `seed`; at most ten differences are put into words. */
export function compareClocks(subjects: readonly Subject[], cases: number, seed: number): Comparison {
  const random = randomFrom(seed);
  const differences: string[] = [];
  let held = 0;
  let awaited = 0;
  for (let index = 0; index < cases && differences.length < 10; index++) {
    const { calendar, table } = subjects[index % subjects.length] as Subject;
    const startMinute = between(random, table.firstMinute, lastStart);
    const limits = [randomLimit(random), ...repeat(random, [0, 0, 0, 1, 2], () => randomLimit(random))];
    const pauses = randomPauses(random, startMinute);
    const facts: ClockFacts = {
      startedAt: startMinute * minuteMs,
      limit: limits[0] ?? null,
      extensions: limits.slice(1).map((limit) => ({ at: startMinute * minuteMs, limit })),
      pauses: pauses.map(({ from, to }) => ({ from: from * minuteMs, to: to === null ? null : to * minuteMs })),
    };
    const counted = table.due({ startMinute, units: limits.map((limit) => countedUnit(limit, calendar)), pauses });
    const clock = computeClock(facts, calendar);
    const expected = counted === null ? null : counted * minuteMs;
    if (counted === null) held++;
    if (limits[0]?.season && counted !== null && counted - startMinute > 30 * 1440) awaited++;
    if (clock.dueAt !== expected) differences.push(`due ${clock.dueAt}, counted ${expected}: ${JSON.stringify(facts)}`);
    if (counted !== null && consumedMs(facts, calendar, counted * minuteMs) !== clock.totalMs)
      differences.push(`used up at due is not what was granted: ${JSON.stringify(facts)}`);
    const to = startMinute + between(random, 0, 8_000);
    const worked = table.count(startMinute, to) * minuteMs;
    if (workingMsBetween(calendar, startMinute * minuteMs, to * minuteMs) !== worked)
      differences.push(`between ${startMinute} and ${to}, counted ${worked}`);
    if (
      workingMsBetween(calendar, startMinute * minuteMs, addWorkingMs(calendar, startMinute * minuteMs, worked)) !==
      worked
    )
      differences.push(`adding ${worked} to ${startMinute} and measuring it back`);
  }
  return { cases, held, awaited, differences };
}

function open(calendar: Calendar, rules: CountedRules, district: string | null = null): Subject {
  return { calendar: calendarAt(compileCalendar(calendar), district), table: new MinuteTable(rules, first, last) };
}

function countedUnit({ value, unit, season }: Limit, calendar: CompiledCalendar): CountedUnit {
  const perUnit = { minute: 1, 'urgent-hour': 60, 'working-hour': 60, day: 1440, 'urgent-day': 1440 };
  const minutes = value * (unit === 'working-day' ? calendar.workingDayMs / minuteMs : perUnit[unit]);
  return { working: unit.startsWith('working'), minutes, seasonal: season !== undefined };
}

function randomLimit(random: () => number): Limit {
  const unit = limitUnits[between(random, 0, limitUnits.length)] ?? 'minute';
  const season = random() < 0.06 ? ({ season: 'planting' } as const) : {};
  if (unit === 'minute') return { value: between(random, 1, 600), unit, ...season };
  return { value: between(random, 1, unit.endsWith('hour') ? 48 : 14) / 2, unit, ...season };
}

function randomPauses(random: () => number, startMinute: number): { from: number; to: number | null }[] {
  let cursor = startMinute - between(random, 0, 600);
  return repeat(random, [0, 0, 1, 2, 3], (isLast) => {
    const from = cursor + between(random, 0, 4000);
    cursor = from + between(random, 0, 6000);
    return { from, to: isLast && random() < 0.1 ? null : cursor };
  });
}

function repeat<T>(random: () => number, counts: readonly number[], make: (isLast: boolean) => T): T[] {
  const count = counts[between(random, 0, counts.length)] ?? 0;
  return Array.from({ length: count }, (_, index) => make(index === count - 1));
}

function between(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low));
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  // mulberry32: small, even enough, and the same everywhere.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
