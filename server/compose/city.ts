import type { Database } from '#adapters/postgres/client.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import { readSuccessions } from '#adapters/postgres/places/successor-store.ts';
import { readPlaceRows } from '#adapters/postgres/queries/place-rows.ts';
import { type Handbook, handbookOf } from '#application/case/handbook.ts';
import { dictionaryOf } from '#application/query/dictionary.ts';
import { viewOf } from '#application/query/view.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { SuccessionBook } from '#domain/place/succession.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { Status } from '#wire/figures.ts';

/** What a node keeps in memory of its city. */
export type City = {
  calendar: CompiledCalendar;
  handbook: Handbook;
  dictionary: Dictionary;
  places: PlaceIndex;
  /** What became of place codes that are no more. */
  successions: SuccessionBook;
  sources: Awaited<ReturnType<typeof readHandbook>>['sources'];
  view: (scope: string) => Status['view'];
};

/**
 * Reads the city from the store.
 *
 * @param zone the platform's own zone: what the calendar's dates and hours are meant in.
 */
export async function loadCity(database: Database, zone: string): Promise<City> {
  const [lists, placeRows, successions] = await Promise.all([
    readHandbook(database),
    readPlaceRows(database.pool),
    readSuccessions(database.pool),
  ]);
  if (!lists.calendar) throw new Error('the store holds no calendar');
  const places = loadPlaces(placeRows);
  const { categories, conditions, stageLimits, departments, sources } = lists;
  const calendar = { ...lists.calendar, zone };
  return {
    calendar: compileCalendar(calendar),
    handbook: handbookOf({
      stageLimits,
      // What is retired explains old cases; nothing more is filed under it.
      conditions: conditions.filter(({ retiredAt }) => retiredAt === null),
      categoryKeys: categories.map(({ key }) => key),
      departmentCodes: departments.filter(({ retiredAt }) => retiredAt === null).map(({ code }) => code),
    }),
    dictionary: dictionaryOf({ places, categories, conditions, departments, sources, calendar }),
    places,
    successions: new SuccessionBook(successions, openZone(zone), (code) => places.get(code) !== undefined),
    sources,
    view: viewOf(places),
  };
}
