import { describe, expect, it } from 'vitest';
import type { Pool } from 'pg';
import { chosenCity, refuseOtherCity } from '../../../server/compose/chosen-city.ts';

const storeOf = (...rows: { code: string; name: string }[]): Pool =>
  ({ query: async () => ({ rows }) }) as unknown as Pool;

describe('opening a store', () => {
  it('is refused where it holds another city: which, and how to go on', async () => {
    const store = storeOf({ code: '120000', name: '天津市' });
    const refused = refuseOtherCity(store, { code: '310000' });
    await expect(refused).rejects.toThrow(
      /CITYWALL_CITY is 310000, but this store holds 120000 天津市: set CITYWALL_CITY=120000/,
    );
  });

  it('goes on where it holds this city or none', async () => {
    await expect(
      refuseOtherCity(storeOf({ code: '310000', name: '上海市' }), { code: '310000' }),
    ).resolves.toBeUndefined();
    await expect(refuseOtherCity(storeOf(), { code: '310000' })).resolves.toBeUndefined();
  });
});

describe('the cities that come along', () => {
  it.each([
    ['110000', 21_893_095, 16],
    ['310000', 24_870_895, 16],
  ])('%s has the residents that its census published, and its own abolished codes', async (city, residents, count) => {
    const { seed, attribution, demo } = await chosenCity({ city });
    const { successions } = seed;
    expect(successions.rows().length).toBeGreaterThan(0);
    expect(
      successions
        .rows()
        .every(({ code, successor }) => [code, successor].every((it) => it.startsWith(city.slice(0, 2)))),
    ).toBe(true);
    expect(attribution?.en).not.toContain('OpenStreetMap');
    expect(demo.district.slice(0, 2)).toBe(city.slice(0, 2));
    const { readCityFolder } = await import('#adapters/files/city-folder.ts');
    const { sources } = await readCityFolder(`cities/${city}`);
    const people = Object.values(sources.districts).map(({ population }) => population ?? 0);
    expect(people).toHaveLength(count);
    expect(people.reduce((sum, one) => sum + one, 0)).toBe(residents);
  });
});
