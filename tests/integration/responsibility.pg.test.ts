import { beforeEach, describe, expect, it } from 'vitest';
import { keepOwn, writeRows } from '#adapters/postgres/seed/seed-city.ts';
import { DEPARTMENTS } from '#adapters/postgres/seed/seed-columns.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import {
  readResponsibilityAt,
  readResponsibilityGrids,
} from '#adapters/postgres/responsibility/responsibility-store.ts';
import { seedResponsibilityGrids } from '#adapters/postgres/responsibility/seed.ts';
import { ListRefused } from '#application/lists/list-kind.ts';
import type { Actor } from '#domain/account/role.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { madeResponsibilityGrids } from '#seed/responsibility-grids/made-grids.ts';
import { openResponsibility, responsibilityKind } from '../../server/compose/responsibility.ts';
import { blockCity, blockRows, unitGrid } from '../unit/domain/responsibility/block-city.ts';
import { storedCity } from './stored-city.ts';

const WHO: Actor = { kind: 'person', id: 'p1', name: '系统管理员' };
const SEEDED = Date.UTC(2023, 5, 29, 16);
const ZONE = 'Asia/Shanghai';
const HEADER = '责任网格代码,责任网格名称,采集员编号,单元网格代码';
let places: PlaceIndex;
const database = storedCity({
  ...{ places: blockRows, since: SEEDED, part: 'places', tables: ['department', 'responsibility_grid'] },
  fill: (pool) => writeRows(pool, DEPARTMENTS, []),
});
beforeEach(() => {
  places = blockCity();
});

const list = () => responsibilityKind(database().pool, ZONE);
const fileOf = (rows: readonly string[], options: Record<string, string> = {}) => ({
  name: '责任网格.csv',
  bytes: Buffer.from([HEADER, ...rows].join('\n')),
  options: { from: '2026-11-01', absent: 'keep', ...options },
});
async function take(rows: readonly string[], options: Record<string, string> = {}) {
  const file = fileOf(rows, options);
  return list().apply(file, WHO, (await list().preview(file)).basis);
}
const seed = (version = 'v1') =>
  seedResponsibilityGrids(database().pool, version, () => madeResponsibilityGrids(places, []));
const codes = async () => (await readResponsibilityGrids(database().pool)).map(({ code }) => code);
const open = () =>
  openResponsibility(database().pool, {
    places: () => places,
    zone: ZONE,
    onFault: (_what, error) => expect.fail(String(error)),
  });

describe('responsibility grids in the store', () => {
  it('come whole or not at all, are found by their unit grids, and go back', async () => {
    const first = await take([`R1,一号,C-1,"${unitGrid(1)}、${unitGrid(2)}"`, `R2,二号,,${unitGrid(3)}`]);
    expect(first).toMatchObject({ current: true, counts: { added: 2 } });
    const watch = await open();
    const ownerOf = (number: number) => watch.book.current().ofUnitGrid(unitGrid(number))?.code ?? null;
    expect([ownerOf(1), ownerOf(2), ownerOf(3), ownerOf(4)]).toEqual(['R1', 'R1', 'R2', null]);

    await expect(take([`R3,三号,,"${unitGrid(4)},${unitGrid(3)}"`])).rejects.toThrow(ListRefused);
    expect(await codes()).toEqual(['R1', 'R2']);

    const second = await take([`R2,二号,,"${unitGrid(3)},${unitGrid(4)}"`], { absent: 'end' });
    await watch.look();
    expect([ownerOf(1), ownerOf(3), ownerOf(4)]).toEqual([null, 'R2', 'R2']);

    await list().undo(first.version, WHO);
    await watch.look();
    expect([ownerOf(1), ownerOf(3), ownerOf(4)]).toEqual(['R1', 'R2', null]);
    expect((await list().versions()).map(({ version }) => version)).toContain(second.version);
    await watch.stop();
  });

  it('are located as of any day, and tell an undo', async () => {
    await take([`R1,一号,,${unitGrid(1)}`]);
    await take([`R1,一号,,${unitGrid(2)}`, `R2,二号,,${unitGrid(1)}`], { from: '2026-11-11' });
    const { gridCode } = await createStoreQueries(database()).locateAt({ lon: 117.0005, lat: 39.0005 }, Date.now());
    expect(gridCode).toBe(unitGrid(1));
    const ownerAt = async (day: string) =>
      (await readResponsibilityAt(database().pool, gridCode ?? '', Date.parse(`${day}T00:00:00+08:00`)))?.code ?? null;
    const days = ['2026-10-31', '2026-11-01', '2026-11-10', '2026-11-11'];
    expect(await Promise.all(days.map(ownerAt))).toEqual([null, 'R1', 'R1', 'R2']);
    expect((await list().versions()).length).toBe(3);
    await list().undo('2', WHO);
    expect(await Promise.all(days.map(ownerAt))).toEqual([null, 'R1', 'R1', 'R1']);
  });

  it('of a demonstration are made once, and never over what a city brought', async () => {
    expect(await seed()).toBe(3);
    expect(await seed()).toBeNull();
    expect(await seed('v2')).toBe(3);
    const grids: ResponsibilityGrid[] = await readResponsibilityGrids(database().pool);
    expect(grids.every(({ approximate }) => approximate)).toBe(true);
    const owned = grids.flatMap(({ unitGrids }) => unitGrids);
    expect(new Set(owned).size).toBe(42);

    await take([`R1,一号,,${unitGrid(1)}`]);
    expect(await codes()).toEqual(['R1']);
    expect(await seed('v3')).toBeNull();
    await list().undo('1', WHO);
    expect(await codes()).toHaveLength(3);
  });

  it('that were computed hold no longer once a city has brought its own unit grids', async () => {
    await seed();
    await keepOwn(database(), 'places', 'own');
    expect(await codes()).toEqual([]);
    expect(await readResponsibilityAt(database().pool, unitGrid(1), Date.now())).toBeNull();
    expect(await seed('v2')).toBeNull();
  });

  it('follow the unit grids of now', async () => {
    await take([`R1,一号,,"${unitGrid(1)},${unitGrid(2)}"`]);
    const watch = await open();
    const before = watch.book.current();
    expect(watch.book.current()).toBe(before);
    places = blockCity();
    expect(watch.book.current()).not.toBe(before);
    expect(watch.book.current().ofUnitGrid(unitGrid(2))?.code).toBe('R1');
    await watch.stop();
  });
});
