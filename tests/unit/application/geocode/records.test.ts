import { describe, expect, it } from 'vitest';
import { readSheet } from '#adapters/files/read-sheet.ts';
import { gazetteerList } from '#application/geocode/gazetteer-list.ts';
import { componentList } from '#application/component/component-list.ts';
import type { ListKind, ListRefused } from '#application/lists/list-kind.ts';
import type { RegisterStore } from '#application/lists/register.ts';

function empty<Row>(): RegisterStore<Row> {
  return {
    version: async () => '0',
    digests: async () => ({ version: '0', digests: new Map() }),
    rows: async () => new Map(),
    async *all() {},
    write: async () => null,
    versions: async () => [],
    undo: async () => null,
  };
}

const writeSheet = async () => new Uint8Array();
const gazetteer = gazetteerList({ store: empty(), readSheet, writeSheet });
const components = componentList({ store: empty(), readSheet, writeSheet, hasCategory: (key) => key.endsWith('0101') });

const preview = (kind: ListKind, text: string | Uint8Array, options: Record<string, string> = {}) =>
  kind.preview({
    name: 'file.csv',
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    options: { datum: 'wgs84', scheme: '6-2-2-6', mode: 'add', 'bad-rows': 'refuse', ...options },
  });

describe('a gazetteer file', () => {
  it('is read with Chinese headings, GB18030 or a byte order mark, and spelled', async () => {
    const text = '\uFEFF类型,名称,经度,纬度\r\n街巷,滨江道,117.2,39.13\r\n门牌,滨江道100号,117.2,39.13\r\n';
    const { counts, problems, changes } = await preview(gazetteer, text);
    expect(problems).toEqual([]);
    expect(counts).toMatchObject({ rows: 2, added: 2 });
    expect(changes[1]?.after).toMatchObject({ type: 'plate', road: '滨江道', plate: '100号' });
    // 街巷,路,1,2 with its heading in GB18030.
    const gb = Uint8Array.from([
      0xc0,
      0xe0,
      0xd0,
      0xcd,
      0x2c,
      0xc3,
      0xfb,
      0xb3,
      0xc6,
      ...Buffer.from(',lon,lat\n'),
      0xbd,
      0xd6,
      0xcf,
      0xef,
      0x2c,
      0xc2,
      0xb7,
      ...Buffer.from(',117,39\n'),
    ]);
    expect((await preview(gazetteer, gb)).counts.added).toBe(1);
  });

  it('converts its datum, and keeps courses of map files', async () => {
    const feature = (geometry: unknown) => ({ type: 'Feature', properties: { type: 'road', name: '甲路' }, geometry });
    const file = {
      type: 'FeatureCollection',
      features: [
        feature({
          type: 'LineString',
          coordinates: [
            [117.2, 39.1],
            [117.21, 39.1],
            [117.22, 39.1],
          ],
        }),
        feature({ type: 'Curve', coordinates: [] }),
        feature(null),
      ],
    };
    const { problems, changes } = await preview(gazetteer, JSON.stringify(file), {
      datum: 'gcj02',
      'bad-rows': 'skip',
    });
    expect(changes).toHaveLength(1);
    expect(changes[0]?.after).toMatchObject({ course: '3 points' });
    expect(changes[0]?.after?.['position']).not.toContain('117.210000');
    expect(problems.map(({ line, field, refuses }) => ({ line, field, refuses }))).toEqual([
      { line: 2, field: 'geometry', refuses: false },
      { line: 3, field: 'lon', refuses: false },
    ]);
  });

  it.each([
    ['', 'is empty'],
    ['{"type":', 'no JSON'],
    ['{"type":"Feature"}', 'no list of features'],
    ['a,b\n1,2\n', 'column type is missing'],
    ['type,name,lon,lat\nroad,甲路,39.1,117.2\n', 'look swapped'],
    ['type,name,lon,lat\nroad,甲路,0,0\n', 'no surveyed position'],
    ['type,name,lon,lat\nroad,甲路,x,1\n', 'no longitude'],
    ['type,name,lon,lat\nhill,甲山,117,39\n', 'no type'],
    ['type,name,lon,lat\nplate,甲路,117,39\n', 'its road and its number'],
    ['type,name,lon,lat\ndivision,甲区,117,39\n', 'no entries'],
    ['key,type,name,lon,lat\na,road,甲路,117,39\na,road,乙路,117,39\n', 'comes twice'],
  ])('%j is refused: %s', async (text, reason) => {
    const problems = await preview(gazetteer, text).then(
      (done) => done.problems,
      (error: unknown) => (error as ListRefused).problems,
    );
    const found = problems.find(
      (one) => one.reason.en.includes(reason) || (reason === 'is empty' && one.reason.en.includes('no rows')),
    );
    expect(found).toMatchObject({ refuses: true });
    expect(found?.hint.en).not.toBe('');
    expect(`${found?.reason.zh}${found?.hint.zh}`).toMatch(/\p{Script=Han}.*\p{Script=Han}/u);
  });
});

describe('a component file', () => {
  it('is read with its states, dates and departments', async () => {
    const text =
      '部件标识码,部件名称,权属单位,部件状态,初始日期,经度,纬度\n1201010101000123,上水井盖,自来水,破损,2019/5/1,117.2,39.13\n';
    const { problems, changes } = await preview(components, text);
    expect(problems).toEqual([]);
    expect(changes[0]?.after).toMatchObject({ state: 'damaged', installed: '2019-05-01', owner: '自来水' });
  });

  it('says of every bad row what and where it is, and how to mend it', async () => {
    const text = [
      'code,state,grid,accuracy,installed,lon,lat',
      '1.20101E+15,,,,,117.2,39.1',
      '1201010101000001,gone,,,,117.2,39.1',
      '1201010101000002,,12010100100107,,,117.2,39.1',
      '1201010101000003,,,D,,117.2,39.1',
      '1201010101000004,,,,2019-02-30,117.2,39.1',
      '1201019901000005,,,,,117.2,39.1',
    ].join('\n');
    const { problems, counts } = await preview(components, text);
    expect(problems.map(({ line, field, refuses }) => [line, field, refuses])).toEqual([
      [2, 'code', true],
      [3, 'state', true],
      [4, 'grid', true],
      [5, 'accuracy', true],
      [6, 'installed', true],
      [7, 'code', false],
    ]);
    expect(problems[0]?.hint.en).toContain('format the column as text');
    expect(counts.added).toBe(1);
  });
});
