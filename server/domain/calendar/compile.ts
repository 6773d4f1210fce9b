import type { Calendar, DayName, SpecialDay } from './calendar.ts';
import { dateOfEpochDay, dayMs, epochDayOf, hourMs, minuteMs, weekdayOfEpochDay } from './dates.ts';
import { localCalendar, type LocalCalendar } from './local.ts';
import { provisionalSpans, type ProvisionalSpan } from './published.ts';
import { lengthOf, readRules, type DayHours, type ReadRule } from './rules.ts';
import { compileSeason, seasonRule, type CompiledSeason, type LimitSeason } from './season.ts';
import { openZone, type Zone } from './zone.ts';

/** A calendar as tables over its days and working intervals; all instants UTC epoch milliseconds. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  readonly zone: Zone;
  /** Working time of one 工作日, in milliseconds. */
  readonly workingDayMs: number;
  /** Spans of time without published holidays, ascending; the last has no end. */
  readonly provisional: readonly ProvisionalSpan[];
  /** Days since 1970-01-01 of the first day in the table. */
  readonly firstDay: number;
  readonly dayCount: number;
  /** Local midnight of every day, and of the day after the last. */
  readonly dayStart: Float64Array;
  /** 1 where the day is worked. */
  readonly workday: Uint8Array;
  /** Index of every day's first working interval, and the count of intervals. */
  readonly dayInterval: Int32Array;
  readonly intervalStart: Float64Array;
  readonly intervalEnd: Float64Array;
  /** Working time before every interval, and in the whole table. */
  readonly workedBefore: Float64Array;
  /** For every `slotMs` of time since the first midnight, the first interval that ends after the slot's start. */
  readonly slotInterval: Int32Array;
  /** For every `slotMs` of working time, the first interval whose end has more than the slot's start. */
  readonly workedSlotInterval: Int32Array;
  /** Special days by day index, those outside the table too. */
  readonly special: ReadonlyMap<number, SpecialDay>;
  readonly seasons: Readonly<Record<LimitSeason, CompiledSeason>>;
  /** Of a district's own calendar: whose it is. Null for the city's. */
  readonly district: { readonly code: string; readonly name: DayName } | null;
  /** A district's own calendar, compiled when it is first asked for; null where it works as the city does. */
  readonly local: (districtCode: string) => CompiledCalendar | null;
}

/** Width of the look-up slots: about as long as an interval, so that a look-up is at most a step or two off. */
export const slotMs = 4 * hourMs;

/**
 * Compiles a calendar; some 50 ms for thirty years. Throws RangeError when the calendar contradicts itself or its
 * zone is unknown. An interval's bound that local clocks show twice is taken the first time, one that they jump over
 * is taken at the jump.
 */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  return compileFor(calendar, null);
}

function compileFor(calendar: Calendar, district: CompiledCalendar['district']): CompiledCalendar {
  const rules = readRules(calendar);
  const zone = openZone(calendar.zone);
  const firstDay = epochDayOf(`${calendar.firstYear}-01-01`);
  const dayCount = epochDayOf(`${calendar.lastYear}-12-31`) + 1 - firstDay;
  const special = indexSpecialDays(calendar, firstDay);
  const dayStart = localMidnights(zone, firstDay, dayCount);
  const workday = new Uint8Array(dayCount);
  const dayInterval = new Int32Array(dayCount + 1);
  const starts: number[] = [];
  const ends: number[] = [];
  const before: number[] = [0];
  let worked = 0;
  for (let index = 0; index < dayCount; index++) {
    const epochDay = firstDay + index;
    const worksByWeek = calendar.workweek.includes(weekdayOfEpochDay(epochDay));
    dayInterval[index] = starts.length;
    if (!(special.get(index)?.workday ?? worksByWeek)) continue;
    workday[index] = 1;
    const midnight = dayStart[index] as number;
    const even = (dayStart[index + 1] as number) - midnight === dayMs;
    const instantOf = (minute: number): number =>
      even ? midnight + minute * minuteMs : zone.instantOf(epochDay * dayMs + minute * minuteMs);
    for (const [from, to] of hoursOn(rules, epochDay)) {
      const start = instantOf(from);
      const end = instantOf(to);
      if (end <= start) continue;
      worked += end - start;
      starts.push(start);
      ends.push(end);
      before.push(worked);
    }
  }
  dayInterval[dayCount] = starts.length;
  const table = { from: dayStart[0] as number, to: dayStart[dayCount] as number };
  return {
    calendar,
    zone,
    workingDayMs: calendar.workingDayMs ?? lengthOf(rules[0]?.hours ?? []),
    provisional: provisionalSpans(calendar, zone),
    firstDay,
    dayCount,
    dayStart,
    workday,
    dayInterval,
    intervalStart: Float64Array.from(starts),
    intervalEnd: Float64Array.from(ends),
    workedBefore: Float64Array.from(before),
    slotInterval: fillSlots(ends, dayStart[0] as number, dayStart[dayCount] as number),
    workedSlotInterval: fillSlots(before.slice(1), 0, worked),
    special,
    seasons: { planting: compileSeason(seasonRule(calendar, 'planting'), calendar, zone, table) },
    district,
    local: localTables(calendar),
  };
}

/** Compiles each district's calendar once: most clocks of a node are of a few districts. */
function localTables(calendar: Calendar): CompiledCalendar['local'] {
  if (calendar.districts === undefined) return () => null;
  const compiled = new Map<string, CompiledCalendar>();
  return (code) => {
    const known = compiled.get(code);
    if (known) return known;
    const local: LocalCalendar | null = localCalendar(calendar, code);
    if (local === null) return null;
    const made = compileFor(local.calendar, local.district);
    compiled.set(code, made);
    return made;
  };
}

function indexSpecialDays(calendar: Calendar, firstDay: number): Map<number, SpecialDay> {
  const special = new Map<number, SpecialDay>();
  for (const day of calendar.specialDays) {
    const index = epochDayOf(day.date) - firstDay;
    if (special.has(index)) throw new RangeError(`calendar ${calendar.version}: ${day.date} is special twice`);
    special.set(index, day);
  }
  return special;
}

function localMidnights(zone: Zone, firstDay: number, dayCount: number): Float64Array {
  const dayStart = new Float64Array(dayCount + 1);
  let offset = zone.offsetAt(firstDay * dayMs);
  for (let index = 0; index <= dayCount; index++) {
    const local = (firstDay + index) * dayMs;
    const guess = local - offset;
    // One look-up settles a day whose offset is yesterday's; only the days of a change need the full search.
    if (zone.offsetAt(guess) === offset) {
      dayStart[index] = guess;
      continue;
    }
    dayStart[index] = zone.instantOf(local);
    offset = zone.offsetAt(dayStart[index] as number);
  }
  return dayStart;
}

function hoursOn(rules: readonly ReadRule[], epochDay: number): DayHours {
  const monthDay = dateOfEpochDay(epochDay).slice(5);
  return rules.findLast((rule) => rule.holdsOn(epochDay, monthDay))?.hours ?? [];
}

function fillSlots(ends: readonly number[], from: number, to: number): Int32Array {
  const slots = new Int32Array(Math.floor((to - from) / slotMs) + 1);
  let interval = 0;
  for (let slot = 0; slot < slots.length; slot++) {
    while ((ends[interval] ?? Infinity) <= from + slot * slotMs) interval++;
    slots[slot] = interval;
  }
  return slots;
}
