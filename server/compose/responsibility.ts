import type { Pool } from 'pg';
import { createListFiles } from '#adapters/files/list-files.ts';
import { storedLists } from '#adapters/postgres/lists/stored-lists.ts';
import { readPlaceRows } from '#adapters/postgres/queries/place-rows.ts';
import {
  createResponsibilityStore,
  readResponsibilityFacts,
  readResponsibilityGrids,
} from '#adapters/postgres/responsibility/responsibility-store.ts';
import { seedResponsibilityGrids } from '#adapters/postgres/responsibility/seed.ts';
import { roundsOf } from '#adapters/simulator/rounds.ts';
import type { ListKind } from '#application/lists/list-kind.ts';
import { watchLists, type ListWatch } from '#application/lists/watch-lists.ts';
import type { TeamStore } from '#application/ports.ts';
import { ResponsibilityBook } from '#application/responsibility/responsibility-book.ts';
import { responsibilityList } from '#application/responsibility/responsibility-list.ts';
import type { VisitBook } from '#application/task/visit-book.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dayMs, hourMs } from '#domain/calendar/dates.ts';
import { workingStateAt } from '#domain/calendar/working-state.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { madeResponsibilityGrids, RESPONSIBILITY_VERSION } from '#seed/responsibility-grids/made-grids.ts';
import { madeVisits } from '#seed/responsibility-grids/made-visits.ts';

/** A change of these is a change of what lies in whose responsibility grid. */
export const RESPONSIBILITY_LISTS: readonly string[] = ['responsibility-grids', 'places'];

/**
 * The list of responsibility grids.
 *
 * @param zone name of the platform's own zone: they hold from midnight there.
 * @param places the unit grids in use; left out, they are read from the store for each file.
 */
export function responsibilityKind(pool: Pool, zone: string, places?: () => PlaceIndex): ListKind {
  return responsibilityList({
    store: createResponsibilityStore(pool),
    facts: async () => ({
      places: places ? places() : loadPlaces(await readPlaceRows(pool)),
      ...(await readResponsibilityFacts(pool)),
    }),
    files: createListFiles(),
    zone: openZone(zone),
    now: Date.now,
  });
}

/** Gives a demonstration its computed responsibility grids, once for each version of them. */
export async function seedDemoResponsibility(
  pool: Pool,
  parts: { places: PlaceIndex; teams: TeamStore; seed: number; say: (line: string) => void },
): Promise<void> {
  const { places, teams, seed, say } = parts;
  const roster = await teams.roster();
  const written = await seedResponsibilityGrids(pool, `${RESPONSIBILITY_VERSION} rounds ${seed}`, () =>
    madeResponsibilityGrids(places, roundsOf(seed, places, roster)),
  );
  if (written !== null) say(`seeding responsibility grids: ${written.toLocaleString('en')}, computed`);
}

/**
 * Gives a demonstration that nobody has patrolled yet the visits of its last stretch of working time, so that coverage
 * says something on the first day.
 */
export async function seedDemoVisits(
  visits: VisitBook,
  parts: { places: PlaceIndex; calendar: CompiledCalendar; teams: TeamStore; seed: number; now: number },
): Promise<void> {
  const { places, calendar, teams, seed, now } = parts;
  const stretch = visits.isEmpty ? lastStretch(calendar, now) : null;
  if (stretch !== null) visits.take(madeVisits(places, roundsOf(seed, places, await teams.roster()), stretch));
}

const A_WHILE = 20 * dayMs;

/** The last stretch of working time that has lasted an hour at least, up to now; null where there is none near. */
function lastStretch(calendar: CompiledCalendar, now: number): [number, number] | null {
  for (let at = now - hourMs; at > now - A_WHILE; at -= hourMs / 2) {
    const { current } = workingStateAt(calendar, at);
    if (current !== null) return [current.from, Math.min(current.to, now)];
  }
  return null;
}

/** The responsibility grids as this node follows them, and their list. */
export type OpenResponsibility = ListWatch & { book: ResponsibilityBook; kind: ListKind };

/** Keeps the stored responsibility grids in a node's memory. Rejects with StoreUnavailable. */
export async function openResponsibility(
  pool: Pool,
  {
    places,
    zone,
    onFault,
  }: { places: () => PlaceIndex; zone: string; onFault: (what: string, error: unknown) => void },
): Promise<OpenResponsibility> {
  const book = new ResponsibilityBook(() => readResponsibilityGrids(pool), places);
  const watch = await watchLists({
    stored: () => storedLists(pool, RESPONSIBILITY_LISTS),
    take: () => book.refresh(),
    onError: (error) => onFault('responsibility grids that were brought could not be taken', error),
  });
  await book.refresh();
  return { ...watch, book, kind: responsibilityKind(pool, zone, places) };
}
