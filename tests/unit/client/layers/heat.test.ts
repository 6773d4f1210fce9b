import { describe, expect, it } from 'vitest';
import { bendOf } from '#client/layers/heat/heat-steps-layer.ts';
import { HEAT_DOMAIN, heatSchema } from '#client/layers/heat/options.ts';
import { PickedHeat } from '#client/layers/heat/picked-heat.ts';
import { picksOf } from '#client/layers/heat/picks.ts';
import { worldY } from '#client/map/mercator.ts';
import { CaseStore } from '#client/stores/case-store.ts';
import { Names } from '#client/stores/dictionary-store.ts';
import { createCaseColumns } from '#wire/case-rows.ts';
import { CASE_FLAG, type CaseColumns } from '#wire/columns.ts';
import { HeatField, latticeOf } from '#wire/heat-field.ts';

const lattice = latticeOf([117, 39, 117.4, 39.3]);
const now = 1_000_000;
type Row = { id: number; category?: number; phase?: number; dueAt?: number; flags?: number; lon?: number };

function columnsOf(rows: readonly Row[]): CaseColumns {
  const columns = createCaseColumns(rows.length);
  columns.length = rows.length;
  rows.forEach(({ id, category = 0, phase = 4, dueAt = 0, flags = 0, lon = 117_200_000 }, row) => {
    columns.id[row] = id;
    columns.category[row] = category;
    columns.phase[row] = phase;
    columns.dueAt[row] = dueAt;
    columns.flags[row] = flags;
    columns.lon[row] = lon;
    columns.lat[row] = 39_150_000;
  });
  return columns;
}

function expected(...lons: readonly number[]): number[] {
  const field = new HeatField(lattice, 4);
  for (const lon of lons) field.add({ lon, lat: 39_150_000 }, 1);
  return [...field.take().values];
}

describe('PickedHeat', () => {
  const store = (rows: readonly Row[]): CaseStore => {
    const cases = new CaseStore();
    cases.replace(columnsOf(rows), 0);
    return cases;
  };

  it('counts those it picks, follows every change, and is left empty when all are gone', () => {
    const cases = store([
      { id: 1, category: 1 },
      { id: 2, category: 2 },
    ]);
    const heat = new PickedHeat(cases, lattice, 4, ({ category }, row) => category[row] === 1, now);
    cases.followRows((delta) => heat.change(delta, now));
    expect([...heat.take().values]).toEqual(expected(117_200_000));
    cases.change({ put: columnsOf([{ id: 2, category: 1, lon: 117_300_000 }]), removed: new Uint32Array([1]) }, 0);
    expect([...heat.take().values]).toEqual(expected(117_300_000));
    cases.change({ put: columnsOf([{ id: 2, category: 7 }]), removed: new Uint32Array(0) }, 0);
    expect([...heat.take().values]).toEqual(expected());
    cases.replace(columnsOf([{ id: 9, category: 1 }]), 0);
    expect([...heat.take().values]).toEqual(expected(117_200_000));
  });

  it('finds what runs out of time without any news, and not what is suspended', () => {
    const cases = store([
      { id: 1, dueAt: now + 10 },
      { id: 2, dueAt: now - 10, flags: CASE_FLAG.suspended },
      { id: 3 },
    ]);
    const heat = new PickedHeat(cases, lattice, 4, picksOf({ by: 'overdue' }, new Names(null)), now);
    expect([...heat.take().values]).toEqual(expected());
    heat.pass(now + 5);
    expect(heat.changed).toBe(false);
    heat.pass(now + 10);
    expect([...heat.take().values]).toEqual(expected(117_200_000));
  });
});

it('finds the row of a latitude to within a metre all over a province', () => {
  const [south, north] = [38.5, 40.3];
  const [a, b] = bendOf(south, north);
  const [top, bottom] = [worldY(north), worldY(south)];
  for (let lat = south; lat <= north; lat += 0.05) {
    const v = (worldY(lat) - top) / (bottom - top);
    const row = v + v * (1 - v) * (a + b * (2 * v - 1));
    expect(Math.abs(north - row * (north - south) - lat) * 111_320).toBeLessThan(1);
  }
});

describe('kinds of heat', () => {
  it('have six rising steps each, which the raster can tell', () => {
    for (const { edges, scale } of Object.values(HEAT_DOMAIN)) {
      expect(edges).toHaveLength(6);
      edges.reduce((before, edge) => (expect(edge).toBeGreaterThan(before), edge), 0);
      expect((edges.at(-1) as number) * scale).toBeLessThan(255);
      expect((edges[0] as number) * scale).toBeGreaterThanOrEqual(1);
    }
  });

  it('are refused when they name no stage there is', () => {
    expect(heatSchema.safeParse({ by: 'stage', stage: 'lunch' }).success).toBe(false);
    expect(heatSchema.safeParse({ by: 'category', key: 'event-1' }).success).toBe(true);
  });
});
