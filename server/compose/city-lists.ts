import type { Database } from '#adapters/postgres/client.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import { handbookOf } from '#application/case/handbook.ts';
import { dictionaryOf } from '#application/query/dictionary.ts';
import type { City } from './city.ts';

/** Lists whose change a running server takes up by `takeLists`. */
export const CITY_LISTS: readonly string[] = ['catalogue', 'handbook', 'departments', 'stage-limits'];

/**
 * Puts the stored catalogue, handbook, departments and stage limits in force, for all that holds on to the city's: the
 * next move goes by them, clocks that run keep the limit they were started with, and screens learn of the dictionary's new version.
 *
 * @returns whether categories came or went, so that whatever counts by their ordinals has to begin anew.
 */
export async function takeLists(city: City, database: Database): Promise<boolean> {
  const { categories, conditions, stageLimits, departments, sources } = await readHandbook(database);
  const before = city.dictionary.categories.length;
  const { places, calendar } = city;
  city.handbook = handbookOf({
    stageLimits,
    conditions: conditions.filter(({ retiredAt }) => retiredAt === null),
    categoryKeys: categories.map(({ key }) => key),
    departmentCodes: departments.filter(({ retiredAt }) => retiredAt === null).map(({ code }) => code),
  });
  const content = { places, categories, conditions, departments, sources, calendar: calendar.calendar };
  Object.assign(city.dictionary, dictionaryOf(content));
  return categories.length !== before;
}
