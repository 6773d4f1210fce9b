import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '#adapters/files/read-sheet.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createComponentHistory, createComponentStore } from '#adapters/postgres/components/component-store.ts';
import { createComponentBrowser } from '#adapters/postgres/components/component-browser.ts';
import { createGazetteerStore } from '#adapters/postgres/gazetteer/gazetteer-store.ts';
import type { ComponentsPage, PageEnd } from '#application/component/component-queries.ts';
import { componentList } from '#application/component/component-list.ts';
import { LiveComponents } from '#application/component/component-register.ts';
import { EVERYWHERE } from '#application/query/reach.ts';
import { gazetteerList } from '#application/geocode/gazetteer-list.ts';
import { LiveGeocoder } from '#application/geocode/geocoder.ts';
import { ListRefused, type ListKind } from '#application/lists/list-kind.ts';
import { seedRegister } from '#application/lists/register.ts';
import { newCase } from '../../contract/sample-case.ts';
import { smallTianjin } from '../../fixtures/small-tianjin.ts';
import { createTestDatabase, type TestDatabase } from '../postgres.ts';

const by = { kind: 'person', id: 'a', name: '管理员' } as const;
const writeSheet = async () => new Uint8Array();
const usual = { datum: 'wgs84', scheme: '6-2-2-6', mode: 'add', 'bad-rows': 'refuse' };
const fileOf = (text: string, options: Record<string, string> = {}) => ({
  name: 'f.csv',
  bytes: Buffer.from(text),
  options: { ...usual, ...options },
});

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.url);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

async function bring(kind: ListKind, text: string, options: Record<string, string> = {}) {
  const { basis } = await kind.preview(fileOf(text, options));
  return kind.apply(fileOf(text, options), by, basis);
}

describe('the gazetteer as a register', () => {
  it('keeps versions, follows them in memory, undoes, and takes nothing of a refused file', async () => {
    const store = createGazetteerStore(database.pool);
    const kind = gazetteerList({ store, readSheet, writeSheet });
    const places = smallTianjin();
    const geocoder = new LiveGeocoder({ store, places: () => places, onFault: () => undefined });
    await geocoder.start();
    const find = async (text: string) => {
      await geocoder.refresh();
      return geocoder.forward(text, { near: null, limit: 3 }).candidates.map(({ key }) => key);
    };
    const header = 'key,type,name,lon,lat\n';
    const first = await bring(kind, `${header}r1,road,滨江道,117.01,39.01\nr2,road,南京路,117.02,39.02\n`);
    expect(first).toMatchObject({ version: '1', current: true, counts: { added: 2 } });
    expect(await find('滨江道')).toEqual(['r1']);

    const second = await bring(kind, `${header}r1,road,解放路,117.01,39.01\nr3,road,大沽路,117.03,39.03\n`, {
      mode: 'replace',
    });
    expect(second.counts).toEqual({ rows: 2, added: 1, changed: 1, removed: 1, unchanged: 0 });
    expect(await find('滨江道')).toEqual([]);
    expect(await find('解放路')).toEqual(['r1']);

    const bad = `${header}r4,road,好路,117.01,39.01\nr5,road,坏路,x,39\n`;
    await expect(bring(kind, bad)).rejects.toBeInstanceOf(ListRefused);
    expect(await store.version()).toBe('2');
    const skipped = await bring(kind, bad, { 'bad-rows': 'skip' });
    expect(skipped.counts.added).toBe(1);

    const undone = await kind.undo('1', by);
    expect(undone.version).toBe('4');
    expect(await find('滨江道')).toEqual(['r1']);
    expect(await find('大沽路')).toEqual([]);
    const { digests } = await store.digests();
    expect([...digests.keys()].sort()).toEqual(['r1', 'r2']);
    expect((await kind.versions()).map(({ version, current }) => [version, current])).toEqual([
      ['4', true],
      ['3', false],
      ['2', false],
      ['1', false],
    ]);
    await expect(kind.undo('9', by)).rejects.toBeInstanceOf(ListRefused);
    expect((await kind.undo('0', by)).counts).toMatchObject({ removed: 2, added: 0 });
    expect((await store.digests()).digests.size).toBe(0);
    expect((await kind.undo('4', by)).counts).toMatchObject({ removed: 0, added: 2 });
    geocoder.stop();
  });

  it('refuses a file whose preview is out of date', async () => {
    const kind = gazetteerList({ store: createGazetteerStore(database.pool), readSheet, writeSheet });
    const file = fileOf('key,type,name,lon,lat\nz,road,新路,117,39\n');
    await expect(kind.apply(file, by, '1')).rejects.toBeInstanceOf(ListRefused);
  });
});

describe('the register of components', () => {
  it('is seeded once, imported, asked by box, distance and code', async () => {
    const store = createComponentStore(database.pool);
    const kind = componentList({ store, readSheet, writeSheet, hasCategory: () => true });
    const live = new LiveComponents({
      store,
      history: createComponentHistory(database.pool),
      browser: createComponentBrowser(database.pool),
      onFault: () => undefined,
    });
    await live.start();
    const made = {
      scheme: '6-2-2-6',
      categoryKey: 'gbt30428.2-2013:component:0101',
      name: '',
      owner: '',
      maintainer: '',
      supervisor: '',
      gridCode: null,
      state: 'intact',
      installedOn: null,
      changedOn: null,
      accuracy: null,
      source: 'simulated',
      note: '',
      simulated: true,
    } as const;
    const seed = [
      { key: '1201010101000001', row: { ...made, code: '1201010101000001', position: { lon: 117.2, lat: 39.1 } } },
    ];
    expect(await seedRegister(store, 'seed components 1', () => seed)).toBe(true);
    expect(await seedRegister(store, 'seed components 1', () => seed)).toBe(false);
    await bring(kind, 'code,lon,lat,state\n1201010101000002,117.2001,39.1,丢失\n');
    expect(await seedRegister(store, 'seed components 2', () => seed)).toBe(false);
    await live.refresh();
    expect(live.within([117, 39, 118, 40], EVERYWHERE, 10).components.map(({ code }) => code)).toEqual([
      '1201010101000001',
      '1201010101000002',
    ]);
    const [nearest] = live.near({ lon: 117.2001, lat: 39.1 }, { category: null, reach: EVERYWHERE }, 50, 5);
    expect(nearest).toMatchObject({ code: '1201010101000002', state: 'missing' });
    expect(await live.byCode('1201010101000001', EVERYWHERE)).toMatchObject({ simulated: true });
    expect(await live.byCode('1201010101000009', EVERYWHERE)).toBeNull();
    const everywhere = { place: null, department: null };
    expect(await live.casesOf('1201010101000001', everywhere, 10)).toEqual([]);

    const nothing = { category: null, place: null, owner: null, state: null, text: null, withCases: false };
    const codes = async (filter: object, after: PageEnd | null = null, limit = 10) => {
      const page = await live.search({ ...nothing, ...filter }, everywhere, { after, limit });
      const next = page.next && `${page.next.cases ?? ''}${page.next.code.slice(-1)}`;
      return [page.total, page.components.map(({ code }) => code.slice(-1)).join(''), next];
    };
    expect(await codes({})).toEqual([2, '12', null]);
    expect(await codes({}, null, 1)).toEqual([2, '1', '1']);
    expect(await codes({}, { code: '1201010101000001', cases: null }, 1)).toEqual([2, '2', null]);
    expect(await codes({ state: 'missing' })).toEqual([1, '2', null]);
    expect(await codes({ place: '120101' })).toEqual([2, '12', null]);
    expect(await codes({ place: '120102' })).toEqual([0, '', null]);
    expect(await codes({ text: '000002' })).toEqual([1, '2', null]);
    expect(await codes({ text: '%' })).toEqual([0, '', null]);
    expect(await codes({ withCases: true })).toEqual([0, '', null]);
    const here = await live.search(
      { ...nothing, withCases: true },
      { place: '120101', department: 'd' },
      { after: null, limit: 5 },
    );
    expect(here).toEqual({ total: 0, components: [], next: null });
    const districts = [{ code: '120101', count: 2 }];
    expect(await live.summary(EVERYWHERE)).toMatchObject({ total: 2, simulated: 1, districts });
    // Of another district nobody sees anything, however it is asked for; a subdistrict's people see their district's.
    const other = { place: '120102', department: null };
    expect(await live.summary(other)).toMatchObject({ total: 0, districts: [] });
    expect((await live.search(nothing, other, { after: null, limit: 5 })).total).toBe(0);
    expect(await live.byCode('1201010101000001', other)).toBeNull();
    expect(live.within([117, 39, 118, 40], { place: '120101002', department: null }, 10).total).toBe(2);
    live.stop();
  });

  it('is paged by how many cases name a component, the most first', async () => {
    const named = { 3: 2, 4: 5, 5: 2, 6: 2 };
    const code = (last: number | string): string => `120102010100000${last}`;
    const kind = componentList({
      ...{ store: createComponentStore(database.pool), readSheet, writeSheet, hasCategory: () => true },
    });
    await bring(
      kind,
      `code,lon,lat\n${Object.keys(named)
        .map((last) => `${code(last)},117.2,39.1\n`)
        .join('')}`,
    );
    const cases = Object.entries(named).flatMap(([last, count]) =>
      Array.from({ length: count }, (_, n) => {
        const made = newCase({ externalId: `${last}-${n}`, source: 'sample' });
        return { ...made, state: { ...made.state, component: code(last) } };
      }),
    );
    await database.pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('sample', '样例', 'Sample', TRUE, 60)`,
    );
    await createCaseLog(database.pool).transact({}, false, () => cases);
    const browser = createComponentBrowser(database.pool);
    const filter = { category: null, place: null, owner: null, state: null, text: null, withCases: true };
    const pages: string[] = [];
    for (let after: PageEnd | null = null; ;) {
      const reach = { place: null, department: null };
      const page: ComponentsPage = await browser.search(filter, reach, { after, limit: 2 });
      expect(page.total).toBe(4);
      pages.push(page.components.map((one) => `${one.code.slice(-1)}:${one.cases}`).join(' '));
      after = page.next;
      if (after === null) break;
    }
    expect(pages).toEqual(['4:5 3:2', '5:2 6:2']);
  });

  it('takes 200,000 rows in seconds', async () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => {
      const code = `120101${String(1 + (n % 50))
        .padStart(2, '0')
        .slice(0, 2)}01${String(n + 1).padStart(6, '0')}`;
      return `${code},井盖,自来水,${(117 + (n % 1000) / 5000).toFixed(6)},${(39 + n / 1e6).toFixed(6)}`;
    });
    const kind = componentList({
      store: createComponentStore(database.pool),
      readSheet,
      writeSheet,
      hasCategory: () => true,
    });
    const started = performance.now();
    const { counts } = await bring(kind, `code,name,owner,lon,lat\n${rows.join('\n')}\n`);
    const seconds = (performance.now() - started) / 1000;
    console.log(`200,000 components previewed and applied in ${seconds.toFixed(1)} s`);
    expect(counts.added + counts.changed).toBe(200_000);
    expect(seconds).toBeLessThan(180);
  });
});
