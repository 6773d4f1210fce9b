import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { migrate, MigrationError } from '#adapters/postgres/migrate.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../postgres.ts';

let database: TestDatabase;
let folder: string;
let pool: pg.Pool;

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'citywall-migrations-'));
  pool = createPool(database.url, { max: 2 });
});

afterEach(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function add(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

describe('migrate', () => {
  it('applies what is missing, in order, and nothing twice', async () => {
    await add('2_second', 'ALTER TABLE city ADD COLUMN name text;');
    await add('1_first', 'CREATE TABLE city (code text);');
    expect(await migrate(database.url, { folder })).toEqual(['1_first', '2_second']);
    expect(await migrate(database.url, { folder })).toEqual([]);
    await add('3_third', "INSERT INTO city VALUES ('120100', '天津');");
    expect(await migrate(database.url, { folder })).toEqual(['3_third']);
    expect((await pool.query('SELECT * FROM city')).rows).toEqual([{ code: '120100', name: '天津' }]);
  });

  it("keeps Prisma's own record: the checksum is the file's SHA-256", async () => {
    await add('1_first', 'CREATE TABLE city (code text);');
    await migrate(database.url, { folder });
    const { rows } = await pool.query('SELECT * FROM _prisma_migrations');
    expect(rows).toEqual([
      expect.objectContaining({
        checksum: createHash('sha256').update('CREATE TABLE city (code text);').digest('hex'),
        migration_name: '1_first',
        applied_steps_count: 1,
        rolled_back_at: null,
        finished_at: expect.any(Date),
      }),
    ]);
  });

  it('lets servers that start at once wait for one another', async () => {
    await add('1_first', 'SELECT pg_sleep(0.2); CREATE TABLE city (code text);');
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, { folder })));
    expect(applied.flat()).toEqual(['1_first']);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await add('1_first', 'CREATE TABLE city (code text);');
    await migrate(database.url, { folder });
    await appendFile(join(folder, '1_first', 'migration.sql'), '-- afterthought');
    await expect(migrate(database.url, { folder })).rejects.toThrow(/1_first was changed after it was applied/);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await add('1_first', 'CREATE TABLE city (code text);');
    await migrate(database.url, { folder });
    await rm(join(folder, '1_first'), { recursive: true });
    await expect(migrate(database.url, { folder })).rejects.toThrow(/1_first, which this version does not know/);
  });

  it('leaves nothing behind when one fails', async () => {
    await add('1_first', 'CREATE TABLE city (code text); SELECT nonsense;');
    await expect(migrate(database.url, { folder })).rejects.toThrow(MigrationError);
    const { rows } = await pool.query(
      `SELECT to_regclass('city') AS city, count(*)::int AS records FROM _prisma_migrations`,
    );
    expect(rows).toEqual([{ city: null, records: 0 }]);
  });

  it('has brought the template database to the newest version', async () => {
    const migrated = await createTestDatabase();
    expect(await migrate(migrated.url)).toEqual([]);
    await migrated.drop();
  });
});

describe('createPool', () => {
  it('works in UTC, whatever the machine says', async () => {
    const { rows } = await pool.query(
      `SELECT current_setting('TimeZone') AS zone, current_setting('application_name') AS name`,
    );
    expect(rows).toEqual([{ zone: 'UTC', name: 'citywall' }]);
  });

  it('outlives an idle connection that breaks', async () => {
    const lost: Error[] = [];
    const watched = createPool(database.url, { max: 1, onLost: (error) => lost.push(error) });
    const { rows } = await watched.query('SELECT pg_backend_pid() AS pid');
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
    await expect.poll(() => lost.length).toBe(1);
    expect((await watched.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await watched.end();
  });
});
