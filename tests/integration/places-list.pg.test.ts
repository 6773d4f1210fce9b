import { beforeEach, describe, expect, it } from 'vitest';
import { readMapList } from '#adapters/files/map-list.ts';
import { createPlaceListStore } from '#adapters/postgres/places/place-list-store.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import { readPlaceRows } from '#adapters/postgres/queries/place-rows.ts';
import { ListRefused, type ListFile, type ListKind } from '#application/lists/list-kind.ts';
import { placeList } from '#application/place/place-list.ts';
import type { Actor } from '#domain/account/role.ts';
import { openZone } from '#domain/calendar/zone.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { boxOutline, smallCity } from '../unit/domain/place/fixture.ts';
import { storedCity } from './stored-city.ts';

const WHO: Actor = { kind: 'person', id: 'p1', name: '系统管理员' };
const NOW = Date.UTC(2026, 10, 22, 3);
const SEEDED = Date.UTC(2023, 5, 29, 16);
const FROM = Date.UTC(2026, 9, 31, 16);

let list: ListKind;
const database = storedCity({ places: smallCity, since: SEEDED, part: 'places', tables: [] });
beforeEach(() => {
  const store = createPlaceListStore(database().pool);
  list = placeList({ store, readMap: readMapList, zone: openZone('Asia/Shanghai'), now: () => NOW });
});

type Box = [code: number, name: string, ...corners: [number, number, number, number]];
function fileOf(boxes: readonly Box[], options: Record<string, string> = {}): ListFile {
  const features = boxes.map(([code, name, ...corners]) => {
    return { type: 'Feature', properties: { code, name }, geometry: boxOutline(...corners) };
  });
  const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  const all = { level: 'community', datum: 'wgs84', from: '2026-11-01', absent: 'end', codeField: '', nameField: '' };
  return { name: '社区.geojson', bytes, options: { ...all, ...options } };
}
const NEW: Box[] = [
  [120101001001, '甲社区', 117, 39, 117.05, 39.06],
  [120101001003, '丙社区', 117, 39.06, 117.05, 39.1],
];
const take = async (file: ListFile) => list.apply(file, WHO, (await list.preview(file)).basis);
const spans = async (code: string) =>
  (
    await database().pool.query<{ from: number; to: number | null }>(
      `SELECT date_part('epoch', valid_from) * 1000 AS "from", date_part('epoch', valid_to) * 1000 AS "to" FROM place WHERE code = $1 ORDER BY valid_from`,
      [code],
    )
  ).rows;
const gridAt = async (lon: number, lat: number) => loadPlaces(await readPlaceRows(database().pool)).locate(lon, lat);

describe('the list of places', () => {
  it('shows what would change and stores nothing', async () => {
    const preview = await list.preview(fileOf(NEW));
    expect(preview.problems.filter(({ refuses }) => refuses)).toEqual([]);
    const changed = preview.changes.map(({ key, change }) => `${key} ${change}`);
    expect(changed).toContain('120101001001 changed');
    expect(changed).toContain('120101001002 removed');
    expect(changed).toContain('120101001003 added');
    expect(await spans('120101001001')).toEqual([{ from: SEEDED, to: null }]);
  });

  it('begins new outlines on their day and ends the old ones, with all that is no more', async () => {
    await take(fileOf(NEW));
    expect(await spans('120101001001')).toEqual([{ from: SEEDED, to: FROM }, { from: FROM, to: null }]); // prettier-ignore
    expect(await spans('120101001002')).toEqual([{ from: SEEDED, to: FROM }]);
    expect(await spans('120101001001001')).toEqual([{ from: SEEDED, to: null }]);
    expect(await gridAt(117.02, 39.055)).toMatchObject({ communityCode: '120101001001' });
    expect(await gridAt(117.02, 39.08)).toMatchObject({ communityCode: '120101001003' });
    const [row] = (await readPlaceRows(database().pool)).filter(({ code }) => code === '120101001003');
    expect(row).toMatchObject({ approximate: false, nameZh: '丙社区', parentCode: '120101001' });
    const marks = await database().pool.query('SELECT own FROM seed_mark');
    expect(marks.rows).toEqual([{ own: true }]);
  });

  it('tells where a point lay on an earlier day', async () => {
    await take(fileOf(NEW));
    const then = loadPlaces(await readPlaceRows(database().pool, FROM - 1));
    expect(then.locate(117.01, 39.08)).toMatchObject({ communityCode: '120101001002' });
    const now = loadPlaces(await readPlaceRows(database().pool, FROM));
    expect(now.locate(117.01, 39.08)).toMatchObject({ communityCode: '120101001003' });
    const queries = createStoreQueries(database());
    const communityAt = async (at: number) => (await queries.locateAt({ lon: 117.01, lat: 39.08 }, at)).communityCode;
    expect(await communityAt(SEEDED - 1)).toBeNull();
    expect([await communityAt(FROM - 1), await communityAt(FROM)]).toEqual(['120101001002', '120101001003']);
    const codesAt = async (at: number | null) =>
      (await queries.listPlaces({ level: 'community', parent: '120101001', geometry: false, at })).map(
        ({ code }) => code,
      );
    expect(await codesAt(FROM - 1)).toContain('120101001002');
    expect(await codesAt(FROM)).not.toContain('120101001002');
    expect(await codesAt(FROM)).toEqual(await codesAt(null));
    // What was asked of an instant before an undo isn't remembered after it.
    await list.undo('1', WHO);
    expect(await communityAt(FROM)).toBe('120101001002');
  });

  it('is as it was after an undo, and keeps both versions', async () => {
    const before = await database().pool.query('SELECT * FROM place ORDER BY code, valid_from');
    await take(fileOf(NEW));
    await list.undo('1', WHO);
    const after = await database().pool.query('SELECT * FROM place ORDER BY code, valid_from');
    expect(after.rows).toEqual(before.rows);
    expect((await list.versions()).map(({ version, current }) => [version, current])).toEqual([['3', true], ['2', false], ['1', false]]); // prettier-ignore
  });

  it('finds nothing to change the second time', async () => {
    await take(fileOf(NEW));
    expect((await list.preview(fileOf(NEW, { from: '2026-11-10' }))).changes).toEqual([]);
  });

  it('keeps what a file does not name where it is told to', async () => {
    await take(fileOf(NEW.slice(0, 1), { absent: 'keep' }));
    expect(await spans('120101001002')).toEqual([{ from: SEEDED, to: null }]);
  });

  it('refuses the whole file for one bad feature, an unknown parent, a day to come or no day', async () => {
    const refusals: [RegExp, ListFile][] = [
      [/refuses/, fileOf([...NEW, [120101001001, '又', 117, 39, 117.01, 39.01]])],
      [/refuse/, fileOf([[120101009001, '无', 117, 39, 117.01, 39.01]])],
      [/still to come/, fileOf(NEW, { from: '2027-01-01' })],
      [/is no day/, fileOf(NEW, { from: '1 Nov' })],
      [/holds no features/, fileOf([])],
      [/breaks off as JSON/, { ...fileOf(NEW), bytes: Buffer.from('{"a":') }],
    ];
    for (const [reason, file] of refusals) {
      const trying = (async () => take(file))();
      await expect(trying).rejects.toThrow(reason);
      await expect(trying).rejects.toThrow(ListRefused);
    }
    expect(await spans('120101001001')).toEqual([{ from: SEEDED, to: null }]);
  });
});
