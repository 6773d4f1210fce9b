import type { CompiledCalendar } from '../calendar/compile.ts';
import { nextInSeason } from '../calendar/in-season.ts';
import type { LimitSeason } from '../calendar/season.ts';
import type { ClockFacts, Pause } from './facts.ts';
import type { Limit } from './limit.ts';

/**
 * When the clock stands still while a limit is used up: the pauses that were granted and, for a limit with a season,
 * what the season's rule takes away. In order of `from`; stretches may overlap.
 *
 * @param index place of the limit: 0 is the clock's own, an extension comes after. Where a season only decides when a
 * clock starts, an extension is not held by it: the clock has started.
 */
export function holdsOf(facts: ClockFacts, calendar: CompiledCalendar, limit: Limit, index: number): readonly Pause[] {
  const off = offSeasonOf(facts, calendar, limit, index);
  if (off.length === 0) return facts.pauses;
  return [...facts.pauses, ...off].sort((a, b) => a.from - b.from);
}

/** What the season alone takes away of a limit's time; empty for one without. */
export function offSeasonOf(
  facts: ClockFacts,
  calendar: CompiledCalendar,
  { season }: Limit,
  index: number,
): readonly Pause[] {
  if (season === undefined) return [];
  const { rule, off } = calendar.seasons[season];
  if (rule.clock === 'runs') return off.filter(({ to }) => to > facts.startedAt);
  if (index > 0) return [];
  const to = startInSeason(facts, calendar, season);
  return to === facts.startedAt ? [] : [{ from: facts.startedAt, to }];
}

/** The first instant in season at which no pause lasts; null where one that still lasts comes first. */
function startInSeason(
  { startedAt, pauses }: ClockFacts,
  calendar: CompiledCalendar,
  season: LimitSeason,
): number | null {
  for (let at = startedAt; ;) {
    const open = nextInSeason(calendar, season, at);
    const pause = pauses.find(({ from, to }) => open >= from && (to === null || open < to));
    if (pause === undefined) return open;
    if (pause.to === null) return null;
    at = pause.to;
  }
}
