import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComponentIndex, type PlacedComponent } from '#domain/component/component-index.ts';
import { distanceMetres } from '#domain/place/distance.ts';

const at = { lon: 117.2, lat: 39.12 };
const degrees = fc.double({ min: -0.01, max: 0.01, noNaN: true });
const component = fc.record({ east: degrees, north: degrees, sub: fc.constantFrom('0101', '0102') });

function placed(found: readonly { east: number; north: number; sub: string }[]): PlacedComponent[] {
  return found.map(({ east, north, sub }, n) => ({
    code: `120101${sub}${String(n + 1).padStart(6, '0')}`,
    categoryKey: `gbt30428.2-2013:component:${sub}`,
    position: { lon: at.lon + east, lat: at.lat + north },
    state: n % 2 === 0 ? 'intact' : 'missing',
    simulated: n % 3 === 0,
  }));
}

describe('components by place', () => {
  it('finds what a walk over all finds, in a box and near a point', () => {
    fc.assert(
      fc.property(fc.array(component, { maxLength: 40 }), fc.integer({ min: 1, max: 900 }), (some, metres) => {
        const all = placed(some).sort((a, b) => (a.code < b.code ? -1 : 1));
        const index = new ComponentIndex(all);
        const key = 'gbt30428.2-2013:component:0101';
        const near = all.filter((it) => it.categoryKey === key && distanceMetres(it.position, at) <= metres);
        expect(
          index
            .near(at, { category: key, district: null }, metres, 100)
            .map(({ code }) => code)
            .sort(),
        ).toEqual(near.map(({ code }) => code));
        const inBox = all.filter(({ position: { lon, lat } }) => lon >= at.lon && lat >= at.lat);
        const found = index.within([at.lon, at.lat, at.lon + 1, at.lat + 1], null, 100);
        expect(found.total).toBe(inBox.length);
        expect(found.components).toEqual(inBox);
      }),
    );
  });

  it('is empty without components, and says how many there are when it may not show all', () => {
    expect(new ComponentIndex([]).near(at, { category: null, district: null }, 100, 5)).toEqual([]);
    const index = new ComponentIndex(
      placed([
        { east: 0, north: 0, sub: '0101' },
        { east: 0, north: 0.001, sub: '0102' },
      ]),
    );
    expect(index.within([117, 39, 118, 40], null, 1)).toMatchObject({ total: 2, components: [{}] });
    expect(index.near(at, { category: 'nothing', district: null }, 500, 5)).toEqual([]);
  });

  it('shows of a district that district’s alone', () => {
    const index = new ComponentIndex(placed([{ east: 0, north: 0, sub: '0101' }]));
    const [code = ''] = index.within([117, 39, 118, 40], null, 5).components.map((one) => one.code);
    const district = code.slice(0, 6);
    const other = district === '120101' ? '120102' : '120101';
    expect(index.within([117, 39, 118, 40], district, 5).total).toBe(1);
    expect(index.within([117, 39, 118, 40], other, 5)).toEqual({ total: 0, components: [] });
    expect(index.near(at, { category: null, district: other }, 500, 5)).toEqual([]);
  });
});
