import { describe, expect, it } from 'vitest';
import { viewOf } from '#application/query/view.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { boxOutline, row } from '../../domain/place/fixture.ts';

const places = loadPlaces([
  row('120000', 'city', null, boxOutline(117, 39, 117.2, 39.2)),
  row('120101', 'district', '120000', boxOutline(117, 39, 117.1, 39.1)),
]);
describe('what a scope’s maps show', () => {
  it('is the city by its own name', () => {
    expect(viewOf(places)('120000')).toMatchObject({ nameZh: '120000号', bounds: [117, 39, 117.2, 39.2] });
  });
});
