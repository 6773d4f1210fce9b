import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { writeRows } from '#adapters/postgres/seed/seed-city.ts';
import { PLACES } from '#adapters/postgres/seed/seed-columns.ts';
import { readConfig } from '#config';
import { openStore } from '../../scripts/import/store.ts';
import { row } from '../unit/domain/place/fixture.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

let target: TestDatabase;
let database: Database;

beforeAll(async () => {
  target = await createTestDatabase();
  database = createDatabase(target.url, { max: 2 });
  await writeRows(database.pool, PLACES, [{ ...row('120000', 'city', null, null), nameZh: '天津市', validFrom: 0 }]);
});
afterAll(async () => {
  await database.close();
  await target.drop();
});

describe('a store that holds a city', () => {
  it('is not opened as another one, and nothing in it changes', async () => {
    const config = readConfig({ ...process.env, DATABASE_URL: target.url, CITYWALL_CITY: '310000' });
    await expect(openStore(config, 'a test', () => undefined)).rejects.toThrow(
      /this store holds 120000 天津市.*CITYWALL_CITY=120000/,
    );
    const { rows } = await database.pool.query('SELECT code FROM place WHERE valid_to IS NULL');
    expect(rows).toEqual([{ code: '120000' }]);
    expect(await database.prisma.seedMark.count()).toBe(0);
  });
});
