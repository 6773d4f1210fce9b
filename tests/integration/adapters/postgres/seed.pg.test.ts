import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import type { CitySeed, SeedPlaceRow } from '#adapters/postgres/seed/city-seed.ts';
import { keepOwn, seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { codeSystemRows } from '#seed/catalogue/code-systems.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { stageLimitRows } from '#seed/catalogue/stage-limits.ts';
import { departmentRows } from '#seed/departments/departments.ts';
import { sourceRows } from '#seed/sources/sources.ts';
import { tianjinSuccessions } from '#seed/successions/tianjin.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

describe('seeding a city', () => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await createTestDatabase();
    database = createDatabase(place.url, { max: 4 });
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  it('brings everything in once, with the seed’s own ids', async () => {
    const told: string[] = [];
    const parts = await seedCity(database, madeCity(12_000), (part, written, of) =>
      told.push(`${part} ${written}/${of}`),
    );
    expect(parts).toEqual(['places', 'catalogue', 'departments', 'calendar', 'sources', 'successions']);
    expect(told.slice(0, 3)).toEqual(['places 5000/12002', 'places 10000/12002', 'places 12002/12002']);
    const grid = await database.prisma.place.findFirstOrThrow({ where: { code: '120101001001007' } });
    expect(grid).toMatchObject({ level: 'grid', parentCode: '120101', cell: [7, 0], geometry: null, hosting: null });
    const district = await database.prisma.place.findFirstOrThrow({ where: { code: '120101' } });
    expect(district).toMatchObject({ nameZh: '和平区', geometry: outline, cell: [], hosting: 'central' });
    expect(await database.prisma.filingCondition.count()).toBe(conditionRows().length);
    expect(await database.prisma.stageLimit.count()).toBe(6);
    expect((await database.prisma.calendarVersion.findFirstOrThrow({ where: { current: true } })).document).toEqual(
      plainCalendar,
    );
    expect(await database.prisma.source.findUnique({ where: { id: 'simulator' } })).toMatchObject({ simulated: true });
    expect(await database.prisma.department.findUnique({ where: { code: '120101-drainage' } })).toMatchObject({
      trade: 'drainage',
      parentCode: '120101-command',
    });
  });

  it('asks for no rows and takes no time when all is in', async () => {
    await seedCity(database, madeCity(3));
    const untouched = (): never => {
      throw new Error('asked for');
    };
    const again = madeCity(3);
    const seed: CitySeed = {
      places: { ...again.places, rows: untouched },
      catalogue: { ...again.catalogue, rows: untouched },
      departments: { ...again.departments, rows: untouched },
      calendar: { ...again.calendar, rows: untouched },
      sources: { ...again.sources, rows: untouched },
      successions: { ...again.successions, rows: untouched },
    };
    const begun = performance.now();
    expect(await seedCity(database, seed)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(100);
  });

  it('writes only the part that changed, and keeps places that are no more with their end', async () => {
    await seedCity(database, madeCity(3));
    expect(await seedCity(database, madeCity(2, 'v2'))).toEqual(['places']);
    const gone = await database.prisma.place.findFirstOrThrow({ where: { code: '120101001001002' } });
    expect(gone.validTo).not.toBeNull();
    expect(await database.prisma.place.count({ where: { validTo: null } })).toBe(4);
    expect(await seedCity(database, madeCity(3, 'v3'))).toEqual(['places']);
    expect(await database.prisma.place.count({ where: { validTo: null } })).toBe(5);
  });

  it('leaves alone what a city brought itself', async () => {
    await seedCity(database, madeCity(3));
    await keepOwn(database, 'places', 'surveyed-2026');
    expect(await seedCity(database, madeCity(2, 'v2'))).toEqual([]);
    expect(await database.prisma.place.count()).toBe(5);
  });

  it('leaves nothing half made when it fails, and lets two nodes start at once', async () => {
    const broken = { ...madeCity(3), sources: { version: 'v1', rows: () => [...sourceRows(), ...sourceRows()] } };
    await expect(seedCity(database, broken)).rejects.toThrow();
    expect(await database.prisma.place.count()).toBe(0);
    expect(await database.prisma.seedMark.count()).toBe(0);
    const both = await Promise.all([seedCity(database, madeCity(3)), seedCity(database, madeCity(3))]);
    expect(both.map((parts) => parts.length).toSorted()).toEqual([0, 6]);
  });
});

const outline = {
  type: 'Polygon',
  coordinates: [
    [
      [117.1, 39.1],
      [117.2, 39.1],
      [117.2, 39.2],
      [117.1, 39.1],
    ],
  ],
};

/** A city of one district with some grids right below it. */
function madeCity(grids: number, version = 'v1'): CitySeed {
  const places = (): SeedPlaceRow[] => [
    madePlace('120000', 'city', null, { nameZh: '天津市', nameEn: 'Tianjin' }),
    madePlace('120101', 'district', '120000', {
      nameZh: '和平区',
      nameEn: 'Heping',
      hosting: 'central',
      geometry: outline,
    }),
    ...Array.from({ length: grids }, (_, i) =>
      madePlace(`120101${String(1_001_000 + i).padStart(9, '0')}`, 'grid', '120101', { cell: [i, 0] }),
    ),
  ];
  const district = { code: '120101', name: { zh: '和平区', en: 'Heping' } };
  const catalogue = () => ({
    codeSystems: codeSystemRows(),
    categories: categoryRows(),
    conditions: conditionRows(),
    stageLimits: stageLimitRows(),
  });
  return {
    places: { version, rows: places },
    catalogue: { version: 'v1', rows: catalogue },
    departments: { version: 'v1', rows: () => departmentRows('120000', [district], []) },
    calendar: { version: 'v1', rows: () => plainCalendar },
    sources: { version: 'v1', rows: sourceRows },
    successions: { version: 'v1', rows: tianjinSuccessions },
  };
}

function madePlace(
  code: string,
  level: SeedPlaceRow['level'],
  parentCode: string | null,
  rest: Partial<SeedPlaceRow>,
): SeedPlaceRow {
  const size = { areaM2: 10_000, lon: 117.2, lat: 39.1, population: null, validFrom: Date.UTC(2026, 0, 1) };
  const names = { nameZh: code, nameEn: code, approximate: level === 'grid', hosting: null };
  return { code, level, parentCode, ...names, ...size, geometry: null, cell: null, ...rest };
}
