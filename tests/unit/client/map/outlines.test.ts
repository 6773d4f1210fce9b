import { describe, expect, it, vi } from 'vitest';
import { Outlines, type SmallOutlines } from '#client/map/outlines.ts';
import { gridStates } from '#client/layers/grids/grid-codes.ts';
import { loadSteps, lowPlaces } from '#client/layers/place-status/place-states.ts';
import { dictionary } from '../../../fixtures/fake-city.ts';

const square = (code: string, west: number) => ({
  type: 'Feature' as const,
  properties: { code },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 39],
        [west + 1, 39],
        [west + 1, 40],
        [west, 40],
        [west, 39],
      ],
    ],
  },
});
const subdistricts = {
  type: 'FeatureCollection' as const,
  features: [square('120101001', 117), square('120101002', 119)],
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('outlines of small places', () => {
  it('are asked for where a map looks, once, and tell when they are there', async () => {
    const asked: string[] = [];
    const outlines = new Outlines(subdistricts, (level, code) => {
      asked.push(`${level}/${code}`);
      return Promise.resolve({ type: 'FeatureCollection', features: [square(`${code}001`, 117)] } as SmallOutlines);
    });
    const told = vi.fn();
    outlines.subscribe(told);
    const here = [117.2, 39.2, 117.4, 39.4] as const;
    expect(outlines.within('grid', here).features).toEqual([]);
    await settled();
    expect(told).toHaveBeenCalledOnce();
    expect(outlines.within('grid', here).features.map(({ properties }) => properties.code)).toEqual(['120101001001']);
    expect(asked).toEqual(['grid/120101001']);
  });

  it('are asked for again some time after they could not be had', async () => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined);
    let now = 0;
    const ask = vi.fn(() => Promise.reject(new Error('down')));
    const outlines = new Outlines(subdistricts, ask, () => now);
    for (const at of [0, 1_000, 40_000]) {
      now = at;
      outlines.within('community', [117.2, 39.2, 117.4, 39.4]);
      await settled();
    }
    expect(ask).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
  });
});

it('gives grids their counts by their 15 digits', () => {
  const grids = {
    length: 2,
    codeHigh: Uint32Array.of(120101, 120101),
    codeLow: Uint32Array.of(1_001_001, 2_001_001),
    lon: new Int32Array(2),
    lat: new Int32Array(2),
    open: Uint16Array.of(3, 4),
    timedOut: Uint16Array.of(1, 0),
  };
  const states = gridStates(grids, new Set(['120101001001001']));
  expect([...states]).toEqual([['120101001001001', { open: 3, timedOut: 1 }]]);
});

it('fills places by the steps of the heat, and hatches those under their target', () => {
  const ordinal = dictionary.places.findIndex(({ level }) => level === 'district');
  const place = dictionary.places[ordinal]!;
  const zeros = new Uint16Array(dictionary.places.length);
  const open = zeros.slice();
  open[ordinal] = Math.round((17 * place.areaM2) / 1e6);
  const grids = { length: 0 } as never;
  const counts = { open, timedOut: zeros, warned: zeros, supervised: zeros, grids };
  expect(loadSteps(counts, dictionary.places, 'district').get(place.code)).toEqual({ load: 3 });
  const rate = (code: string, value: number | null) => ({
    code,
    onTime: { onTime: 0, due: 0, rate: value, target: 0.95, asOf: 0 },
  });
  expect(lowPlaces([rate('a', 0.96), rate('b', 0.94), rate('c', 0.5), rate('d', null)])).toEqual({
    low: ['b'],
    far: ['c'],
  });
});
