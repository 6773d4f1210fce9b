import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlaces } from '#domain/place/place-row.ts';
import { boxOutline, row, smallCity } from './fixture.ts';

const index = loadPlaces(smallCity());
const nowhere = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };

describe('locate', () => {
  it('finds the grid and everything above it', () => {
    expect(index.locate(117.0005, 39.0005)).toEqual({
      inside: true,
      districtCode: '120101',
      subdistrictCode: '120101001',
      communityCode: '120101001001',
      gridCode: '120101001001001',
    });
  });

  it('says what it knows where there is no grid, no community, no subdistrict', () => {
    expect(index.locate(117.01, 39.01)).toMatchObject({ communityCode: '120101001001', gridCode: null });
    expect(index.locate(117.04, 39.07)).toMatchObject({ communityCode: '120101001002', gridCode: null });
    expect(index.locate(117.025, 39.07)).toMatchObject({ subdistrictCode: '120101001', communityCode: null });
    expect(index.locate(117.07, 39.05)).toEqual({ ...nowhere, inside: true, districtCode: '120101' });
  });

  it('finds nothing outside, in a hole, and for what is no position', () => {
    for (const [lon, lat] of [
      [116.99, 39.05],
      [117.085, 39.085],
      [-71.06, 42.36],
      [0, 0],
      [200, 39],
      [NaN, 39],
      [117, Infinity],
    ] as const)
      // prettier-ignore
      expect(index.locate(lon, lat)).toEqual(nowhere);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (lon, lat) => {
        const found = index.locate(lon, lat);
        return found.inside === (found.districtCode !== null);
      }),
    );
  });

  it('gives a point on a shared border to exactly one side', () => {
    const halves = loadPlaces([
      row('120000', 'city', null, null),
      row('120101', 'district', '120000', boxOutline(117, 39, 117.1, 39.1)),
      row('120102', 'district', '120000', boxOutline(117.1, 39, 117.2, 39.1)),
    ]);
    expect(halves.locate(117.1, 39.05).districtCode).toBe('120102');
  });
});

describe('the tree', () => {
  it('numbers places level by level, by code, with parents, children and ancestors', () => {
    expect(index.places.map((place) => place.code)).toEqual(['120000', '120101', '120101001', '120101001001', '120101001002', '120101001001001']); // prettier-ignore
    expect([...index.parents]).toEqual([-1, 0, 1, 2, 2, 3]);
    expect(index.childrenOf(2)).toEqual([3, 4]);
    expect(index.childrenOf(5)).toEqual([]);
    expect(index.ancestorAt(5, 'subdistrict')).toBe(2);
    expect(index.ancestorAt(2, 'grid')).toBe(-1);
    expect(index.ancestorAt(-1, 'city')).toBe(-1);
    expect(index.ordinalOf('999')).toBe(-1);
    expect(index.get('120101001')?.nameZh).toBe('120101001号');
    expect(index.within('community', { lon: 117.03, lat: 39.01 }, { lon: 117.04, lat: 39.02 })).toEqual([3]);
  });

  it('refuses rows that do not fit, by name', () => {
    const city = row('120000', 'city', null, null);
    const district = row('120101', 'district', '120000', null);
    expect(() => loadPlaces([city, district, district])).toThrow(/120101 is given twice/);
    expect(() => loadPlaces([district])).toThrow(/its parent 120000 is missing/);
    expect(() => loadPlaces([city, row('120101001', 'subdistrict', '120000', null)])).toThrow(/not a district/);
    expect(() => loadPlaces([city, row('1201', 'district', '120000', null)])).toThrow(/has 6 digits/);
    expect(() => loadPlaces([row('120000', 'province', null, null)])).toThrow(/no level/);
    expect(() => loadPlaces([{ ...city, hosting: 'moon' }])).toThrow(/no hosting/);
    expect(() => loadPlaces([city, row('120101', 'district', '120000', { type: 'Point' })])).toThrow(
      /120101.*no Polygon/,
    );
    expect(() => loadPlaces([city, row('120101', 'district', '120000', boxOutline(400, 0, 401, 1))])).toThrow(/120101/);
    expect(() => loadPlaces([{ ...city, cell: [1, 2, 3] }])).toThrow(/no ring/);
  });
});
