import { describe, expect, it, vi } from 'vitest';
import { baseStyle, BELOW_WATER } from '#client/map/base-style.ts';
import type { BaseMap } from '#client/map/base.ts';
import { withTiles } from '#client/map/use-credits.ts';
import type { MapTiles } from '#wire/tiles.ts';

vi.stubGlobal('location', { origin: 'http://wall' });
const none = { type: 'FeatureCollection' as const, features: [] };
const base: BaseMap = { districts: none, subdistricts: none, sea: none, coast: none, rivers: none, places: none };
const credit = { zh: '测绘', en: 'Survey' };
const vector: MapTiles = {
  kind: 'archive',
  url: '/map/tiles.pmtiles',
  tiles: 'vector',
  layers: ['water', 'transportation', 'building', 'poi'],
  credit,
};
const pictures: MapTiles = { kind: 'pictures', url: '/map/tianditu/{z}/{x}/{y}', mostZoom: 18, light: true, credit };

describe('a base map with tiles', () => {
  const idsOf = (tiles: MapTiles | null): string[] => baseStyle({ ...base, tiles }, 10, []).layers.map(({ id }) => id);

  it('draws waters and streets of vector tiles, heat between ground and water, and no layer it does not know', () => {
    const ids = idsOf(vector);
    const at = (id: string): number => ids.indexOf(id);
    expect(at('tiles-building')).toBeLessThan(at(BELOW_WATER));
    expect(at('tiles-water')).toBeGreaterThan(at(BELOW_WATER));
    expect(at('tiles-transportation')).toBeLessThan(at('districts'));
    expect(ids).not.toContain('tiles-poi');
  });

  it('loads every tile from its own server', () => {
    const { sources } = baseStyle({ ...base, tiles: pictures }, 10, []);
    expect(sources['tiles']).toMatchObject({ type: 'raster', tiles: ['http://wall/map/tianditu/{z}/{x}/{y}'] });
    expect(baseStyle({ ...base, tiles: vector }, 10, []).sources['tiles']).toMatchObject({
      url: 'pmtiles://http://wall/map/tiles.pmtiles',
    });
  });

  it('has its own waters alone where there are no tiles', () => {
    expect(idsOf(null).some((id) => id.startsWith('tiles'))).toBe(false);
  });

  it('says whose the tiles are', () => {
    const own = { brief: { zh: '海岸', en: 'Coast' }, line: { zh: '海岸线', en: 'Coasts' }, sources: [] };
    expect(withTiles(own, vector)?.brief).toEqual({ zh: '测绘 · 海岸', en: 'Survey · Coast' });
    expect(withTiles(null, vector)?.line).toEqual(credit);
    expect(withTiles(own, null)).toBe(own);
  });
});
