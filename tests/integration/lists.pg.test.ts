import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeSheet } from '#adapters/files/write-sheet.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import { demoCity } from '#adapters/postgres/seed/demo-city.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { ListRefused, type ListFile, type ListKind } from '#application/lists/list-kind.ts';
import type { Actor } from '#domain/account/role.ts';
import type { CitySeed } from '#adapters/postgres/seed/city-seed.ts';
import { composeLists } from '../../server/compose/lists.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const WHO: Actor = { kind: 'person', id: 'p1', name: '系统管理员' };
const HEADER = ['类型', '大类代码', '大类', '小类代码', '小类', '立案条件', '结案条件', '处置时限', '责任部门'];

let target: TestDatabase;
let database: Database;
let catalogue: ListKind;
let handbook: ListKind;

/** The demonstration's catalogue in a city of no places, which takes no time to seed. */
const seed: CitySeed = {
  ...demoCity(),
  places: { version: 'none', rows: () => [] },
  departments: { version: 'none', rows: () => [] },
};

beforeAll(async () => {
  target = await createTestDatabase();
  database = createDatabase(target.url, { max: 4 });
});
afterAll(async () => {
  await database.close();
  await target.drop();
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE list_version, seed_mark, filing_condition, category, code_system CASCADE');
  await seedCity(database, seed);
  const lists = composeLists(database);
  catalogue = lists.find('catalogue') as ListKind;
  handbook = lists.find('handbook') as ListKind;
});

function fileOf(rows: readonly (readonly string[])[], options: Record<string, string> = {}): ListFile {
  const text = [HEADER, ...rows].map((row) => row.join(',')).join('\r\n');
  return { name: '手册.csv', bytes: Buffer.from(`\uFEFF${text}`), options };
}

async function take(list: ListKind, file: ListFile) {
  return list.apply(file, WHO, (await list.preview(file)).basis);
}

const EXTENSION = ['部件', '01', '公用设施', '99', '爱心驿站', '设施破损', '修复', '３个工作日', '街道办事处'];
const COVER = ['部件', '01', '公用设施', '01', '上水井盖', '井盖没了', '盖好', '2紧急工作时', '自来水公司'];
const conditionsOf = async (key: string) =>
  (await readHandbook(database)).conditions.filter(({ categoryKey }) => categoryKey === key);
const C0101 = 'gbt30428.2-2013:component:0101';
const C0199 = 'gbt30428.2-2013:component:0199';

describe('the catalogue', () => {
  it('is delivered with a version of its own', async () => {
    expect(await catalogue.versions()).toEqual([
      expect.objectContaining({
        version: '1',
        note: 'as-delivered',
        current: true,
        counts: expect.objectContaining({ rows: 597 }),
      }),
    ]);
  });

  it('takes a city’s extension, keeps it through a restart, and gives it back', async () => {
    const before = (await readHandbook(database)).categories;
    const preview = await catalogue.preview(fileOf([EXTENSION]));
    expect(preview.counts).toEqual({ rows: 1, added: 1, changed: 0, removed: 0, unchanged: 597 });
    expect(preview.changes[0]).toMatchObject({
      key: C0199,
      change: 'added',
      after: { name: '爱心驿站', attested: 'own' },
    });
    expect((await take(catalogue, fileOf([EXTENSION]))).version).toBe('2');
    expect(await seedCity(database, { ...seed, catalogue: { ...seed.catalogue, version: 'newer' } })).toEqual([]);
    const after = (await readHandbook(database)).categories;
    // Ordinals stay: what is new comes last.
    expect(after.map(({ key }) => key)).toEqual([...before.map(({ key }) => key), C0199]);

    await catalogue.undo('1', WHO);
    const undone = (await readHandbook(database)).categories;
    expect(undone.map(({ key }) => key)).toEqual(after.map(({ key }) => key));
    expect(undone.filter(({ retiredAt }) => retiredAt !== null).map(({ key }) => key)).toEqual([C0199]);
    expect((await catalogue.versions()).map(({ version, current }) => [version, current])).toEqual([
      ['3', true],
      ['2', false],
      ['1', false],
    ]);
  });

  it('keeps lists of other numberings apart, and joins what has the very same name', async () => {
    const rows = [['事件', '04', '突发事件', '01', '路面塌陷', '', '', '', '']];
    const swapped = await catalogue.preview(fileOf(rows));
    expect(swapped.problems[0]).toMatchObject({ line: 2, field: '大类', refuses: true });
    await take(catalogue, fileOf(rows, { codeSystem: 'CJ/T 214-2007' }));
    const made = (await readHandbook(database)).categories.at(-1);
    expect(made).toMatchObject({
      key: 'cjt214-2007:event:0401',
      mapping: { to: 'gbt30428.2-2013:event:0505', basis: 'same-name' },
    });
  });

  it('takes a code system of the city’s own', async () => {
    await take(
      catalogue,
      fileOf([['事件', '9', '其他', '12', '占用消防通道', '', '', '', '']], { codeSystem: 'city-list' }),
    );
    const { categories, codeSystems } = await readHandbook(database);
    expect(categories.at(-1)?.key).toBe('city-list:event:9/12');
    expect(codeSystems.map(({ id, attested }) => [id, attested])).toContainEqual(['city-list', 'own']);
  });
});

describe('the handbook', () => {
  it('asks for the catalogue first, and takes the same file after it', async () => {
    const file = fileOf([EXTENSION]);
    const preview = await handbook.preview(file);
    expect(preview.problems).toEqual([
      expect.objectContaining({
        line: 2,
        field: '小类代码',
        hint: expect.objectContaining({ en: expect.stringContaining('the same file') as string }) as object,
      }),
    ]);
    await expect(handbook.apply(file, WHO, preview.basis)).rejects.toThrow(ListRefused);
    expect(await conditionsOf(C0199)).toEqual([]);
    await take(catalogue, file);
    await take(handbook, file);
    expect(await conditionsOf(C0199)).toEqual([
      expect.objectContaining({
        conditionNo: 1,
        condition: { zh: '设施破损', en: '' },
        limit: { value: 3, unit: 'working-day' },
        office: 'subdistrict',
        officeName: '街道办事处',
        source: '手册.csv',
        generic: false,
      }),
    ]);
  });

  it('replaces the conditions of the subclasses it names; numbers are never given twice', async () => {
    const seeded = await conditionsOf(C0101);
    await take(handbook, fileOf([COVER]));
    const replaced = await conditionsOf(C0101);
    expect(replaced.map(({ conditionNo, retiredAt }) => [conditionNo, retiredAt === null])).toEqual([
      ...seeded.map(({ conditionNo }) => [conditionNo, false]),
      [seeded.length + 1, true],
    ]);
    // The same words again, with another limit: the same condition.
    const changed = await handbook.preview(fileOf([COVER.map((cell) => cell.replace('2紧急', '3紧急'))]));
    expect(changed.changes).toEqual([
      {
        key: `${C0101}#${seeded.length + 1}`,
        change: 'changed',
        before: { limit: '2紧急工作时' },
        after: { limit: '3紧急工作时' },
      },
    ]);
    // Undone, the seeded conditions are back under their numbers.
    await handbook.undo('1', WHO);
    const back = await conditionsOf(C0101);
    expect(back.filter(({ retiredAt }) => retiredAt === null).map(({ conditionNo }) => conditionNo)).toEqual(
      seeded.map(({ conditionNo }) => conditionNo),
    );
  });

  it('is read from a workbook with merged cells, a title and units in the header', async () => {
    const bytes = await writeSheet(
      'xlsx',
      ['某市立案结案标准', '', '', '', ''],
      [
        ['大类', '小类', '立案条件', '结案条件', '处置时限（工作日）'],
        ['01公用设施', '0101上水井盖', '破损', '更换', '2'],
        ['', '', '缺失', '补齐', '2紧急工作时'],
        ['04园林绿化设施', '02 行道树', '缺株未在季节内补种', '补种', '种植季节15工作日'],
      ],
    );
    const preview = await handbook.preview({ name: '标准.xlsx', bytes, options: { kind: 'component' } });
    expect(preview.problems).toEqual([]);
    const added = preview.changes.filter(({ change }) => change === 'added').map(({ after }) => after?.['limit']);
    expect(added).toEqual(['2工作日', '2紧急工作时', '种植季节15工作日']);
  });

  it('names line, field, reason and hint of every bad row, and nothing of it remains', async () => {
    const before = await conditionsOf(C0101);
    const file = fileOf([
      COVER,
      [...COVER.slice(0, 7), '尽快', ''],
      ['部件', '01', '公用设施', '02', '污水井盖', '', '盖好', '1工作日', ''],
      ['部件', '01', '公用设施', '03', '雨水井盖', '井盖没了', '盖好', '2-3工作日', '不知道什么部门'],
    ]);
    const { problems, basis } = await handbook.preview(file);
    expect(problems.map(({ line, field, refuses }) => [line, field, refuses])).toEqual([
      [3, '处置时限', true],
      [4, '立案条件', true],
      [5, '处置时限', true],
    ]);
    for (const { reason, hint } of problems) {
      expect(`${reason.en}${hint.en}`.length).toBeGreaterThan(20);
      expect(`${reason.zh}${hint.zh}`).toMatch(/\p{Script=Han}/u);
    }
    await expect(handbook.apply(file, WHO, basis)).rejects.toThrow('3 problems refuse it');
    expect(await conditionsOf(C0101)).toEqual(before);
    expect(await handbook.versions()).toHaveLength(1);
  });

  it('is not taken when the list has moved on since the preview', async () => {
    const { basis } = await handbook.preview(fileOf([COVER]));
    await take(handbook, fileOf([['部件', '01', '公用设施', '02', '污水井盖', '井盖没了', '盖好', '1工作日', '']]));
    await expect(handbook.apply(fileOf([COVER]), WHO, basis)).rejects.toThrow('preview the file again');
  });

  it('reads bare hours as running time, says so, and as working time on demand', async () => {
    const rows = [['部件', '01', '公用设施', '01', '上水井盖', '井盖没了', '盖好', '4小时', '']];
    const running = await handbook.preview(fileOf(rows));
    expect(running.changes.find(({ change }) => change === 'added')?.after?.['limit']).toBe('4紧急工作时');
    expect(running.problems).toEqual([expect.objectContaining({ line: null, refuses: false })]);
    const working = await handbook.preview(fileOf(rows, { bareUnits: 'working' }));
    expect(working.changes.find(({ change }) => change === 'added')?.after?.['limit']).toBe('4工作时');
  });

  it('takes its own template', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const bytes = (await handbook.template?.(format)) ?? Buffer.of();
      const preview = await handbook.preview({ name: `t.${format}`, bytes, options: {} });
      expect(preview.problems).toEqual([]);
      expect(preview.counts).toMatchObject({ rows: 1, added: 1 });
    }
  });
});
