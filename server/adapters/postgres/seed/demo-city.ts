import { createHash } from 'node:crypto';
import { chinaCalendar } from '#seed/calendar/china.ts';
import type { Department } from '#domain/department/department.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { codeSystemRows } from '#seed/catalogue/code-systems.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { stageLimitRows } from '#seed/catalogue/stage-limits.ts';
import { successorRows } from '#seed/catalogue/successor.ts';
import { departmentRows, type NamedSubdistrict } from '#seed/departments/departments.ts';
import { placeRows } from '#seed/places/index.ts';
import { sourceRows } from '#seed/sources/sources.ts';
import type { Catalogue, CitySeed, SeedPart, SeedPlaceRow } from './city-seed.ts';

/**
 * Names the places' content. Building them takes seconds, so that a start can't do it just to see whether they changed;
 * a test says what to write here when anything under prisma/seed/places has.
 */
export const PLACES_VERSION = '455640539b74dd7c';

/** The demonstration's city: Tianjin with the national catalogue, made-up departments and China's calendar. */
export function demoCity(): CitySeed {
  let built: readonly SeedPlaceRow[] | undefined;
  const places = (): readonly SeedPlaceRow[] => (built ??= [...placeRows()]);
  return {
    places: { version: PLACES_VERSION, rows: places },
    catalogue: small(catalogue()),
    // The offices of two made-up places stand for how those of all places are named.
    departments: {
      version: `${PLACES_VERSION} ${hashOf(departmentRows([SAMPLE], [{ ...SAMPLE, districtCode: SAMPLE.code }]))}`,
      rows: () => departmentsOf(places()),
    },
    calendar: small(chinaCalendar),
    sources: small(sourceRows()),
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

function departmentsOf(places: readonly SeedPlaceRow[]): readonly Department[] {
  const named = (level: string): NamedSubdistrict[] =>
    places
      .filter((place) => place.level === level)
      .map(({ code, parentCode, nameZh, nameEn }) => {
        return { code, districtCode: parentCode ?? '', name: { zh: nameZh, en: nameEn } };
      });
  return departmentRows(named('district'), named('subdistrict'));
}

/** A part that is cheap to make: its content names its version. */
function small<Content>(content: Content): SeedPart<Content> {
  return { version: hashOf(content), rows: () => content };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
