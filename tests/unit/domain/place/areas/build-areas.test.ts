import { describe, expect, it } from 'vitest';
import { AreaPoints } from '#domain/place/areas/area-points.ts';
import { buildAreas } from '#domain/place/areas/build-areas.ts';
import { drawn, holders, madeCity, type Told } from './made-areas.ts';

describe('areas drawn from cases', () => {
  it('share every corner of their borders', () => {
    const { areas } = drawn(madeCity('shared', ['A', 'B', 'C', 'D'], 2_000));
    const edges = new Map<string, number>();
    let inner = 0;
    for (const ring of areas.flatMap(({ rings }) => rings))
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length;
        const [from, to] = [`${ring[i]},${ring[i + 1]}`, `${ring[j]},${ring[j + 1]}`];
        expect(edges.has(`${from} ${to}`)).toBe(false);
        if (edges.has(`${to} ${from}`)) inner += 1;
        edges.set(`${from} ${to}`, 1);
      }
    expect(inner).toBeGreaterThan(50);
  });

  it('take a name that lies within another for the same, and a scattered one for none', () => {
    const told = madeCity('within', ['West', 'East'], 1_500).map(([name, lon, lat], at): Told =>
      at % 15 === 0 ? ['Everywhere', lon, lat] : name === 'East' && at % 15 === 1 ? ['Old East', lon, lat] : [name, lon, lat],
    ); // prettier-ignore
    const { areas, byKey } = drawn(told);
    expect(areas.map(({ name }) => name).sort()).toEqual(['East', 'West']);
    expect(byKey.get('old east')).toBe(byKey.get('east'));
    expect(areas[byKey.get('east') ?? -1]?.cases).toBe(told.filter(([name]) => name?.endsWith('East')).length);
  });

  it('leave names that mean the whole city aside, whatever their spelling', () => {
    const told = madeCity('whole', ['ＢＯＳＴＯＮ', 'South  End'], 400);
    expect(drawn(told, 60, ['Boston']).areas.map(({ name }) => name)).toEqual(['South  End']);
  });

  it('are no more than there is room for: the smallest are one without a name', () => {
    const names = Array.from({ length: 12 }, (_, at) => `N${at}`);
    const { areas, byKey } = drawn(madeCity('many', names, 4_000), 5);
    expect(areas.length).toBeLessThanOrEqual(5);
    expect(areas.filter(({ name }) => name === null).length).toBeLessThanOrEqual(1);
    expect(new Set([...byKey.values()]).size).toBe(areas.length);
  });

  it('are one where no case names any, and cut where one lies around another', () => {
    expect(drawn(madeCity('plain', ['A'], 300).map(([, lon, lat]): Told => [null, lon, lat])).areas).toMatchObject([
      { name: null, cases: 0 },
    ]);
    const ringed = madeCity('ring', ['A'], 4_000).map(([, lon, lat]): Told => [
      Math.hypot(lon + 70.9, (lat - 42.075) * 1.35) < 0.04 ? 'Inner' : 'Outer', lon, lat,
    ]); // prettier-ignore
    const built = drawn(ringed);
    expect(built.areas.map(({ name, rings }) => [name, rings.length])).toEqual([['Outer', 2], ['Inner', 1]]); // prettier-ignore
    expect(holders(built, -70.9, 42.075)).toEqual([1]);
    expect(holders(built, -70.98, 42.075)).toEqual([0]);
  });

  it('are not thrown off by a point at the other end of the world', () => {
    const told = madeCity('far', ['A', 'B'], 800);
    const { areas } = drawn([...told, ['A', 117.2, 39.1], ['B', 0, 0]]);
    const lons = areas.flatMap(({ rings }) => rings).flatMap((ring) => ring.filter((_, at) => at % 2 === 0));
    expect(Math.min(...lons)).toBeGreaterThan(-71.05e6);
    expect(Math.max(...lons)).toBeLessThan(-70.75e6);
  });

  it('cannot be drawn without a point', () => {
    const points = new AreaPoints();
    points.add('A', null);
    expect(buildAreas(points, { most: 60, notAreas: [] })).toBeNull();
  });
});
