import { describe, expect, it } from 'vitest';
import { LAYER_NAMES, LAYERS, layerChoiceSchema } from '#client/layers/index.ts';
import { boxOf } from '#client/map/outlines.ts';
import type { BaseMap } from '#client/map/base.ts';
import { lookOf, subjectOf } from '#client/panels/focus-map/aim.ts';
import { chosenLayers } from '#client/panels/focus-map/chosen-layers.ts';
import { focusMapSchema } from '#client/panels/focus-map/options.ts';
import { Names } from '#client/stores/dictionary-store.ts';
import { dictionary } from '../../../fixtures/fake-city.ts';

const none = { type: 'FeatureCollection' as const, features: [] };
const square = (code: string, west: number, south: number, side: number) => ({
  type: 'Feature' as const,
  properties: { code },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  },
});
const base: BaseMap = {
  districts: { ...none, features: [square('120101', 117.1, 39.1, 0.1), square('120102', 117.3, 39.1, 0.1)] },
  subdistricts: { ...none, features: [square('120101001', 117.12, 39.12, 0.02)] },
  sea: none,
  coast: none,
  rivers: none,
  places: none,
};
const names = new Names(dictionary);
const focus = {
  nameZh: '中心区',
  nameEn: 'Centre',
  bounds: [117, 39, 117.4, 39.3] as [number, number, number, number],
  districtCodes: ['120101'],
};
const spot = { lon: 117.15, lat: 39.15, subdistrictCode: '120101001', categoryKey: null };

describe('what a map looks at', () => {
  const at = (look: Parameters<typeof subjectOf>[0], where: typeof spot | null = null) =>
    subjectOf(look, focus, base, names, where);

  it('is the busiest part, a district, a subdistrict, the whole city, a point or a case', () => {
    expect(at({ kind: 'busy' })).toMatchObject({ ground: { bounds: focus.bounds }, codes: ['120101'] });
    expect(at({ kind: 'place', code: '120102' })).toMatchObject({
      ground: { bounds: boxOf(base.districts.features[1]!.geometry) },
      codes: ['120102'],
      name: { nameZh: '河东区' },
    });
    expect(at({ kind: 'place', code: '120101001' })).toMatchObject({ codes: ['120101001'] });
    const city = at({ kind: 'place', code: dictionary.city.code })?.ground;
    expect(city).toHaveProperty('bounds');
    expect((city as unknown as { bounds: number[] }).bounds.map((edge) => edge.toFixed(2))).toEqual([
      '117.10',
      '39.10',
      '117.40',
      '39.20',
    ]);
    expect(at({ kind: 'point', lng: 117.2, lat: 39.2 })?.ground).toMatchObject({ lon: 117.2, lat: 39.2 });
    expect(at({ kind: 'case', number: 'x' }, spot)).toMatchObject({
      ...{ ground: { lon: 117.15 }, codes: ['120101001'], spot: { lon: 117.15, lat: 39.15 } },
    });
  });

  it('is the middle of a place without an outline, and nothing that nobody knows', () => {
    expect(at({ kind: 'place', code: '120103' })?.ground).toHaveProperty('zoom');
    expect(at({ kind: 'place', code: '999999' })).toBe(null);
    expect(at({ kind: 'case', number: 'x' })).toBe(null);
  });

  it('is the same ground on a screen of twice the pixels', () => {
    const subject = at({ kind: 'point', lng: 117.2, lat: 39.2, zoom: 14 })!;
    const [small, large] = [
      lookOf(subject, { width: 800, height: 600 }, 10),
      lookOf(subject, { width: 1_600, height: 1_200 }, 20),
    ];
    expect(large.zoom - small.zoom).toBeCloseTo(1, 9);
  });
});

describe('layers', () => {
  it('each take their own defaults, and a map takes none at all', () => {
    for (const name of LAYER_NAMES)
      expect(LAYERS[name].schema.safeParse(LAYERS[name].defaults).success, name).toBe(true);
    expect(focusMapSchema.parse({})).toEqual({});
    expect(layerChoiceSchema.safeParse({ fog: {} }).success).toBe(false);
    expect(focusMapSchema.safeParse({ look: { kind: 'place', code: 'x' } }).success).toBe(false);
  });

  it('are all there by default but the fill of places; a load takes the place of heat', () => {
    const usual = chosenLayers({});
    expect(LAYER_NAMES.filter((name) => usual[name] === null)).toEqual(['place-status', 'replay-heat']);
    const past = chosenLayers({ replay: true });
    expect(LAYER_NAMES.filter((name) => past[name] !== null)).toEqual(['replay-heat', 'borders']);
    expect(usual.heat).toEqual({ by: 'all' });
    const load = chosenLayers({ layers: { 'place-status': { by: 'load', level: 'subdistrict' }, teams: null } });
    expect([load.heat, load.teams]).toEqual([null, null]);
    expect(chosenLayers({ heat: { by: 'overdue' } }).heat).toEqual({ by: 'overdue' });
    expect(chosenLayers({ heat: null }).heat).toBe(null);
  });
});
