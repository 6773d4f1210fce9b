import { createHash } from 'node:crypto';
import { chinaCalendar } from '#seed/calendar/china.ts';
import type { Department } from '#domain/department/department.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { codeSystemRows } from '#seed/catalogue/code-systems.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { stageLimitRows } from '#seed/catalogue/stage-limits.ts';
import { successorRows } from '#seed/catalogue/successor.ts';
import { departmentRows, type NamedSubdistrict } from '#seed/departments/departments.ts';
import { buildCity, placeRows, tianjinSources, type CitySources } from '#seed/places/index.ts';
import { sourceRows } from '#seed/sources/sources.ts';
import { tianjinSuccessions } from '#seed/successions/tianjin.ts';
import type { Succession } from '#domain/place/succession.ts';
import type { Catalogue, CitySeed, SeedPart, SeedPlaceRow } from './city-seed.ts';

/**
 * Names the places' content. Building them takes seconds, so that a start can't do it just to see whether they changed;
 * a test says what to write here when anything under prisma/seed/places has.
 */
export const PLACES_VERSION = '23ee8f62323178ca';

/** What a city is made of, and the version of that content ('' for the one that is built in). */
export type CityContent = {
  readonly sources: CitySources;
  readonly version: string;
  readonly successions: readonly Succession[];
};

const TIANJIN: CityContent = { sources: tianjinSources(), version: '', successions: tianjinSuccessions() };

/** A demonstration's city: its places with the national catalogue, made-up departments and China's calendar. */
export function demoCity({ sources, version, successions }: CityContent = TIANJIN): CitySeed {
  const placesVersion = `${PLACES_VERSION} ${version}`.trim();
  let built: readonly SeedPlaceRow[] | undefined;
  const places = (): readonly SeedPlaceRow[] => (built ??= [...placeRows(buildCity(sources))]);
  return {
    places: { version: placesVersion, rows: places },
    catalogue: small(catalogue()),
    // The offices of two made-up places stand for how those of all places are named.
    departments: {
      version: `${placesVersion} ${hashOf(departmentRows('0', [SAMPLE], [{ ...SAMPLE, districtCode: SAMPLE.code }]))}`,
      rows: () => departmentsOf(sources.code, places()),
    },
    calendar: small(chinaCalendar),
    sources: small(sourceRows()),
    successions: small(successions),
  };
}

const SAMPLE = { code: '0', name: { zh: '样例', en: 'Sample' } };

function catalogue(): Catalogue {
  return {
    codeSystems: codeSystemRows(),
    categories: [...categoryRows(), ...successorRows()],
    conditions: conditionRows(),
    stageLimits: stageLimitRows(),
  };
}

function departmentsOf(cityCode: string, places: readonly SeedPlaceRow[]): readonly Department[] {
  const named = (level: string): NamedSubdistrict[] =>
    places
      .filter((place) => place.level === level)
      .map(({ code, parentCode, nameZh, nameEn }) => {
        return { code, districtCode: parentCode ?? '', name: { zh: nameZh, en: nameEn } };
      });
  return departmentRows(cityCode, named('district'), named('subdistrict'));
}

/** A part that is cheap to make: its content names its version. */
function small<Content>(content: Content): SeedPart<Content> {
  return { version: hashOf(content), rows: () => content };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
