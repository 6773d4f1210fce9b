import type { WorkingDays } from './working-days.ts';

/** A limit as the log holds it. */
export type Limit = { value: number; unit: string; season?: string };
/** A part of a clock's time: a limit counted in its own way. */
export type Running = {
  instance: number;
  round: number;
  start: number;
  parts: Limit[];
  pauses: [number, number | null][];
  given: number | null;
};

/** An instant at which a case's clock reaches a threshold, or a reply is late, as the log stood at one moment. */
export type Reached = { instance: number; round: number; threshold: 'warning' | 'timeout' | 'reply-late'; at: number };

const WARN_SHARE = 0.8;
const HOUR = 3_600_000;

/** A clock that starts to run. `given`: a due instant that wins over its parts. */
export function clockOf(instance: number, start: number, parts: Limit[], given: number | null): Running {
  return { instance, round: 0, start, parts: [...parts], pauses: [], given };
}

/** When a clock warns and when it is over; nothing for one without a limit. */
export function thresholdsOf(clock: Running, days: WorkingDays): Reached[] {
  const { instance, round } = clock;
  if (clock.given !== null) {
    const working = clock.parts[0] !== undefined && isWorking(clock.parts[0]);
    const total = Math.max(0, working ? days.between(clock.start, clock.given) : clock.given - clock.start);
    const share = Math.ceil(total * WARN_SHARE);
    const warn = working ? days.add(clock.start, share) : clock.start + share;
    return [
      { instance, round, threshold: 'warning', at: Math.min(clock.given, warn) },
      { instance, round, threshold: 'timeout', at: clock.given },
    ];
  }
  if (clock.parts.length === 0) return [];
  const total = clock.parts.reduce((sum, part) => sum + length(part, days), 0);
  return [
    { instance, round, threshold: 'warning', at: instantAt(clock, Math.ceil(total * WARN_SHARE), days) },
    { instance, round, threshold: 'timeout', at: instantAt(clock, total, days) },
  ];
}

function instantAt(clock: Running, target: number, days: WorkingDays): number {
  let cursor = clock.start;
  let left = target;
  for (const [index, part] of clock.parts.entries()) {
    if (left <= 0) break;
    const share = Math.min(left, length(part, days));
    const clocked = part.season === undefined ? null : days.seasonClock(part.season);
    if (index === 0 && clocked === 'starts') cursor = seasonStart(clock, part.season!, days);
    cursor = clocked === 'runs' ? runInSeason(clock, part, cursor, share, days) : run(clock, part, cursor, share, days);
    left -= share;
  }
  return cursor;
}

/** The first instant in season that no pause covers, day by day. */
function seasonStart(clock: Running, season: string, days: WorkingDays): number {
  for (let at = clock.start; ;) {
    const pause = clock.pauses.find(([begin, end]) => end !== null && at >= begin && at < end);
    if (pause) at = pause[1]!;
    else if (days.isInSeason(season, at)) return at;
    else at = days.nextMidnight(at);
  }
}

/** As `run`, one day after the other, and only days in season. */
function runInSeason(clock: Running, part: Limit, from: number, ms: number, days: WorkingDays): number {
  let left = ms;
  for (let at = from; ; at = days.nextMidnight(at)) {
    if (!days.isInSeason(part.season!, at)) continue;
    const end = days.nextMidnight(at);
    const bounds = [at, end, ...clock.pauses.flat().filter((one) => one !== null && one > at && one < end)] as number[];
    const cuts = bounds.sort((a, b) => a - b);
    for (const [index, begin] of cuts.slice(0, -1).entries()) {
      if (clock.pauses.some(([first, last]) => begin >= first && (last === null || begin < last))) continue;
      const until = cuts[index + 1]!;
      const counted = isWorking(part) ? days.between(begin, until) : until - begin;
      if (left <= counted) return isWorking(part) ? days.add(begin, left) : begin + left;
      left -= counted;
    }
  }
}

/** Lets `ms` of a part's own time pass from `cursor`, standing still in pauses. */
function run(clock: Running, part: Limit, from: number, ms: number, days: WorkingDays): number {
  let cursor = from;
  let left = ms;
  for (const [begin, end] of clock.pauses) {
    if (end === null || end <= cursor) continue;
    if (begin > cursor) {
      const before = isWorking(part) ? days.between(cursor, begin) : begin - cursor;
      if (left <= before) break;
      left -= before;
    }
    cursor = end;
  }
  return isWorking(part) ? days.add(cursor, left) : cursor + left;
}

function isWorking(part: Limit): boolean {
  return part.unit === 'working-hour' || part.unit === 'working-day';
}

function length({ value, unit }: Limit, days: WorkingDays): number {
  if (unit === 'minute') return Math.round(value * 60_000);
  if (unit === 'day' || unit === 'urgent-day') return Math.round(value * 24 * HOUR);
  return Math.round(value * (unit === 'working-day' ? days.dayLength : HOUR));
}
