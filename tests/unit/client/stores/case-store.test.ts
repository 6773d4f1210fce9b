import { describe, expect, it } from 'vitest';
import { CaseStore } from '#client/stores/case-store.ts';
import { createCaseColumns } from '#wire/case-rows.ts';
import { NO_POSITION, type CaseColumns } from '#wire/columns.ts';

function columnsOf(rows: readonly { id: number; lon?: number; phase?: number }[]): CaseColumns {
  const columns = createCaseColumns(rows.length);
  columns.length = rows.length;
  rows.forEach((row, index) => {
    columns.id[index] = row.id;
    columns.lon[index] = row.lon ?? NO_POSITION;
    columns.lat[index] = row.lon === undefined ? NO_POSITION : 39_000_000;
    columns.phase[index] = row.phase ?? 0;
  });
  return columns;
}

describe('CaseStore', () => {
  it('replaces, puts and removes, and tells once for each', () => {
    const store = new CaseStore();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.replace(columnsOf([{ id: 1, lon: 117_000_000 }, { id: 2 }, { id: 3, lon: 117_500_000 }]), 10);
    store.change(
      {
        put: columnsOf([
          { id: 4, lon: 118_000_000 },
          { id: 2, phase: 4 },
        ]),
        removed: Uint32Array.of(1, 99),
      },
      20,
    );
    expect(told).toBe(2);
    expect(store.dataAt).toBe(20);
    expect([...store.columns.id.subarray(0, store.length)].sort()).toEqual([2, 3, 4]);
    expect(store.columns.phase[store.rowOf(2)]).toBe(4);
    expect(store.rowOf(1)).toBe(-1);
  });

  it('gives positions in degrees, NaN without one, and a new array only when something changed', () => {
    const store = new CaseStore();
    store.replace(columnsOf([{ id: 1, lon: 117_200_000 }, { id: 2 }]), 0);
    const first = store.lngLat();
    expect(first[0]).toBeCloseTo(117.2, 4);
    expect(first[1]).toBeCloseTo(39, 4);
    expect(first[2]).toBeNaN();
    expect(store.lngLat()).toBe(first);
    store.change({ put: columnsOf([{ id: 2, lon: 117_300_000 }]), removed: new Uint32Array(0) }, 0);
    expect(store.lngLat()).not.toBe(first);
  });
});
