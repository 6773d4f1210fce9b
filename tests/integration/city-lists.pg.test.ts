import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import { demoCity } from '#adapters/postgres/seed/demo-city.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { handbookOf } from '#application/case/handbook.ts';
import type { Lists } from '#application/lists/lists.ts';
import type { Actor } from '#domain/account/role.ts';
import { composeLists } from '../../server/compose/lists.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const WHO: Actor = { kind: 'person', id: 'p1', name: '系统管理员' };
let target: TestDatabase;
let database: Database;
let lists: Lists;

beforeAll(async () => {
  target = await createTestDatabase();
  database = createDatabase(target.url, { max: 4 });
  const none = { version: 'none', rows: () => [] };
  await seedCity(database, { ...demoCity(), places: none, departments: none });
  lists = composeLists(database);
});
afterAll(async () => {
  await database.close();
  await target.drop();
});

async function take(kind: string, text: string, options: Record<string, string> = {}) {
  const list = lists.find(kind);
  if (list === null) throw new Error(`no list ${kind}`);
  const file = { name: 'a.csv', bytes: Buffer.from(text), options };
  return list.apply(file, WHO, (await list.preview(file)).basis);
}

const inForce = async () => {
  const rows = await readHandbook(database);
  const departments = rows.departments.filter(({ retiredAt }) => retiredAt === null);
  const codes = departments.map(({ code }) => code);
  return { rows, book: handbookOf({ ...rows, categoryKeys: [], departmentCodes: codes }) };
};

it('departments come, are dispatched to, retire with their names, and come back', async () => {
  await take('departments', 'code,name\na,一环卫所\nb,二环卫所\n');
  expect((await inForce()).book.isDepartment('a')).toBe(true);
  await take('departments', 'code,name\nb,二环卫所\n', { absent: 'remove' });
  const { rows, book } = await inForce();
  expect([book.isDepartment('a'), book.isDepartment('b')]).toEqual([false, true]);
  expect(rows.departments.find(({ code }) => code === 'a')).toMatchObject({
    name: { zh: '一环卫所' },
    retiredAt: expect.any(Number) as number,
  });
  const versions = (await lists.find('departments')?.versions()) ?? [];
  expect(versions.map(({ version }) => version)).toEqual(['3', '2', '1']);
  await lists.find('departments')?.undo('2', WHO);
  expect((await inForce()).book.isDepartment('a')).toBe(true);
});

it('stage limits change, and go back to the delivered ones', async () => {
  const before = (await inForce()).book.stageLimit('accept', null);
  await take('stage-limits', '环节,时限\n受理,17分钟\n');
  expect((await inForce()).book.stageLimit('accept', null)).toEqual({ value: 17, unit: 'minute' });
  expect((await inForce()).book.stageLimit('check', null)).not.toBeNull();
  await lists.find('stage-limits')?.undo('1', WHO);
  expect((await inForce()).book.stageLimit('accept', null)).toEqual(before);
});

it('a district has stage limits of its own beside the city’s, and loses them by an undo', async () => {
  await database.pool.query(
    `INSERT INTO place (code, parent_code, level, name_zh, name_en, lon, lat, area_m2, approximate, valid_from)
     VALUES ('120116', '120000', 'district', '滨海新区', 'Binhai New Area', 117.7, 39, 1, true, 'epoch')`,
  );
  const city = (await inForce()).book.stageLimit('check', null);
  const { version } = await take('stage-limits', '环节,时限,区\n核查,2小时,滨海新区\n');
  const { book } = await inForce();
  expect(book.stageLimit('check', '120116')).toEqual({ value: 2, unit: 'urgent-hour' });
  expect([book.stageLimit('check', null), book.stageLimit('check', '120101')]).toEqual([city, city]);
  await lists.find('stage-limits')?.undo(String(Number(version) - 1), WHO);
  expect((await inForce()).book.stageLimit('check', '120116')).toEqual(city);
});
