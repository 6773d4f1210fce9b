import { dateOfEpochDay, dayMs, epochDayOf } from './dates.ts';
import type { Zone } from './zone.ts';

/** Seasons that a limit may wait for: 种植季节, when trees can be planted. */
export const LIMIT_SEASONS = ['planting'] as const;
export type LimitSeason = (typeof LIMIT_SEASONS)[number];

/**
 * How a season holds a clock. `starts`: the clock may only start in season and then runs on. `runs`: it counts in season
 * alone and stands still outside.
 */
export const SEASON_CLOCKS = ['starts', 'runs'] as const;
export type SeasonClock = (typeof SEASON_CLOCKS)[number];

/** When a season is, every year. */
export interface SeasonRule {
  /** From `MM-DD` to `MM-DD`, both included; a span may run over the new year. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly clock: SeasonClock;
}

/** Rules by season; a season that is not named has its default. */
export type SeasonRules = { readonly [season in LimitSeason]?: SeasonRule };

/**
 * 种植季节15工作日 is a limit of the national practice whose clock may only start in season. No source says when the season
 * is: spring, March to May, stands in until a city says its own.
 */
export const defaultSeasons: Readonly<Record<LimitSeason, SeasonRule>> = {
  planting: { spans: [{ from: '03-01', to: '05-31' }], clock: 'starts' },
};

/** A stretch of time outside a season: `from` included, `to` not; UTC epoch milliseconds. */
export interface OffSeason {
  readonly from: number;
  readonly to: number;
}

/** A season over the years of a calendar's table. */
export interface CompiledSeason {
  readonly rule: SeasonRule;
  /** Ascending and apart; the last reaches past the table where the table ends out of season. */
  readonly off: readonly OffSeason[];
}

/** The rule of a season in a calendar. */
export function seasonRule({ seasons }: { readonly seasons?: SeasonRules }, season: LimitSeason): SeasonRule {
  return seasons?.[season] ?? defaultSeasons[season];
}

/**
 * Lays a season over whole years. Throws RangeError for a season without a span, and for a month and day that no year has.
 *
 * @param table first and last instant of the calendar's table.
 */
export function compileSeason(
  rule: SeasonRule,
  years: { readonly firstYear: number; readonly lastYear: number },
  zone: Zone,
  table: { readonly from: number; readonly to: number },
): CompiledSeason {
  if (rule.spans.length === 0) throw new RangeError('a season has at least one span');
  const midnight = (epochDay: number): number => zone.instantOf(epochDay * dayMs);
  const on: OffSeason[] = [];
  // A span over the new year that began the year before reaches into the table.
  for (let year = years.firstYear - 1; year <= years.lastYear; year++) {
    for (const { from, to } of rule.spans) {
      const lastYear = from <= to ? year : year + 1;
      on.push({ from: midnight(firstDayFrom(year, from)), to: midnight(firstDayAfter(lastYear, to)) });
    }
  }
  const off: OffSeason[] = [];
  let cursor = table.from;
  for (const span of on.sort((a, b) => a.from - b.from)) {
    if (span.from > cursor && cursor < table.to) off.push({ from: cursor, to: Math.min(span.from, table.to) });
    cursor = Math.max(cursor, span.to);
  }
  if (cursor < table.to) off.push({ from: cursor, to: table.to });
  return { rule, off };
}

/** Whole days since 1970 of the first day of a year that is `MM-DD` or later: 1 March where there is no 29 February. */
function firstDayFrom(year: number, monthDay: string): number {
  return isLeapDayOfNoLeapYear(year, monthDay) ? epochDayOf(`${year}-03-01`) : epochDayOf(`${year}-${monthDay}`);
}

function firstDayAfter(year: number, monthDay: string): number {
  return isLeapDayOfNoLeapYear(year, monthDay) ? epochDayOf(`${year}-03-01`) : epochDayOf(`${year}-${monthDay}`) + 1;
}

function isLeapDayOfNoLeapYear(year: number, monthDay: string): boolean {
  return monthDay === '02-29' && dateOfEpochDay(epochDayOf(`${year}-02-28`) + 1) !== `${year}-02-29`;
}
