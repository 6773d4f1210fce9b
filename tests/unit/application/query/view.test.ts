import { describe, expect, it } from 'vitest';
import { viewOf } from '#application/query/view.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { boxOutline, row } from '../../domain/place/fixture.ts';

const places = loadPlaces([
  row('120000', 'city', null, boxOutline(117, 39, 117.2, 39.2)),
  row('120101', 'district', '120000', boxOutline(117, 39, 117.1, 39.1)),
]);
const boston = {
  nameZh: '波士顿',
  nameEn: 'Boston',
  bounds: [-71.2, 42.2, -71, 42.4] as [number, number, number, number],
};

describe('what a scope’s maps show', () => {
  it('is the city by its own name', () => {
    expect(viewOf(places)('120000')).toMatchObject({ nameZh: '120000号', bounds: [117, 39, 117.2, 39.2] });
  });

  it('is the place that a replayed file’s cases come from, by that name', () => {
    const view = viewOf(places, boston)('120000');
    expect(view).toMatchObject({
      nameZh: '波士顿',
      nameEn: 'Boston',
      bounds: boston.bounds,
      focus: { districtCodes: [] },
    });
    expect(viewOf(places, boston)('120101').nameZh).toBe('120101号');
  });

  it('is the city itself where the file’s cases lie in it', () => {
    const inside = { ...boston, bounds: [117.01, 39.01, 117.05, 39.05] as [number, number, number, number] };
    expect(viewOf(places, inside)('120000')).toMatchObject({ nameZh: '120000号', bounds: [117, 39, 117.2, 39.2] });
  });
});
