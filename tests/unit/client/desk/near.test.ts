import { describe, expect, test } from 'vitest';
import { reachOf } from '#client/desk/side/case-map-style.ts';
import { metresBetween } from '#client/desk/side/distance.ts';
import { nearestTeams } from '#client/desk/side/nearest-teams.ts';
import { similarCases } from '#client/desk/side/similar-cases.ts';
import { NO_POSITION, type CaseColumns } from '#wire/columns.ts';

const lon = 117.2;
const lat = 39.13;

test('a distance across the city is right to a metre in a thousand', () => {
  // One minute of latitude is a nautical mile on this sphere: 1853.25 m.
  expect(metresBetween(lon, lat, lon, lat + 1 / 60)).toBeCloseTo(1853.25, 1);
  expect(metresBetween(lon, lat, lon + 0.01, lat)).toBeCloseTo(862.6, 0);
});

describe('the nearest teams', () => {
  const teams = {
    length: 5,
    lngLat: new Float32Array([lon + 0.01, lat, lon, lat + 0.001, NaN, NaN, lon - 0.002, lat, lon + 0.02, lat]),
    heading: new Float32Array([90, NaN, NaN, 0, 0]),
    fixedAt: new Uint32Array([100, 90, 0, 80, 70]),
  };

  test('are the nearest ones that were ever heard, nearest first', () => {
    const near = nearestTeams(teams, lon, lat, 3);
    expect(near.map(({ ordinal }) => ordinal)).toEqual([1, 3, 0]);
    expect(near[0]).toMatchObject({ heading: null, fixedAt: 90_000 });
    expect(nearestTeams(teams, lon, lat, 9)).toHaveLength(4);
  });
});

test('the map shows three of the near teams, and only what surrounds the case where none is near', () => {
  expect(reachOf([100, 200, 1000, 2000])).toBeCloseTo(1150);
  expect(reachOf([20, 30, 40])).toBe(350);
  expect(reachOf([800, 9_000])).toBeCloseTo(920);
  expect(reachOf([5_000])).toBe(1_200);
});

describe('similar open cases', () => {
  const at = (degrees: number): number => Math.round(degrees * 1e6);
  const columns: CaseColumns = {
    length: 5,
    id: new Uint32Array([1, 2, 3, 4, 5, 0]),
    lon: new Int32Array([at(lon), at(lon + 0.002), at(lon + 0.01), NO_POSITION, at(lon), 0]),
    lat: new Int32Array([at(lat), at(lat), at(lat), NO_POSITION, at(lat + 0.001), 0]),
    category: new Uint16Array([7, 7, 7, 7, 8, 7]),
    place: new Uint16Array(6),
    phase: new Uint8Array([4, 4, 4, 4, 4, 4]),
    flags: new Uint8Array([0, 4, 0, 0, 0, 0]),
    warnAt: new Uint32Array(6),
    dueAt: new Uint32Array([0, 60, 0, 0, 0, 0]),
    reportedAt: new Uint32Array([1, 1, 1, 1, 1, 1]),
  };

  test('are of a like category, within the radius, and not the case itself', () => {
    const found = similarCases(columns, lon, lat, 300, 1, (category) => category === 7);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ id: 2, dueAt: 60_000, warnAt: null, phase: 'dispose', supervised: true });
    expect(found[0]?.metres).toBeCloseTo(172.5, 0);
  });
});
