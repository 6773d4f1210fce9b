import { describe, expect, it } from 'vitest';
import { madeComponents } from '#seed/components/components.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { CODE_SCHEMES, parseComponentCode } from '#domain/component/code.ts';
import { distanceMetres } from '#domain/place/distance.ts';
import { smallTianjin } from '../../fixtures/small-tianjin.ts';

const places = smallTianjin();
const made = madeComponents(places, ['120101']);
const grids = places.places.filter(({ level }) => level === 'grid');

describe('the made-up register', () => {
  it('is always the same, marked as simulated, with codes that name attested subclasses', () => {
    expect(madeComponents(places, ['120101'])).toEqual(made);
    const known = new Set(categoryRows().map(({ key }) => key));
    for (const { key, row } of made) {
      expect(row.simulated).toBe(true);
      expect(row.code).toBe(key);
      expect(known.has(row.categoryKey)).toBe(true);
      const read = parseComponentCode(row.code, CODE_SCHEMES[0]);
      expect(read.ok && read.value.districtCode).toBe(row.gridCode?.slice(0, 6));
      expect(row.owner).not.toBe('');
    }
    expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
  });

  it('has one in each unit grid of a small city, inside it and near its edge', () => {
    expect(made).toHaveLength(grids.length);
    for (const { row } of made) {
      const place = places.locate(row.position.lon, row.position.lat);
      expect(place.gridCode).toBe(row.gridCode);
      const middle = places.get(row.gridCode ?? '')?.centroid;
      expect(middle).toBeDefined();
      if (middle) expect(distanceMetres(row.position, middle)).toBeGreaterThan(30);
    }
  });
});
