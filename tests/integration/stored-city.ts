import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { writeRows } from '#adapters/postgres/seed/seed-city.ts';
import { PLACES } from '#adapters/postgres/seed/seed-columns.ts';
import type { PlaceRow } from '#domain/place/place-row.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

type Delivered = {
  places: () => readonly PlaceRow[];
  /** Since when they are in force, epoch ms. */
  since: number;
  /** The part of the seed that counts as delivered and not as the city's own. */
  part: 'places' | 'successions';
  /** Further tables that a test may have filled. */
  tables: readonly string[];
  /** What else is there before each test. */
  fill?: (pool: Pool) => Promise<void>;
};

/** A store for the tests of a file, before each of them as it was delivered; asked for by calling what is given back. */
export function storedCity({ places, since, part, tables, fill }: Delivered): () => Database {
  let target: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    target = await createTestDatabase();
    database = createDatabase(target.url, { max: 4 });
  });
  afterAll(async () => {
    await database.close();
    await target.drop();
  });
  beforeEach(async () => {
    const { pool } = database;
    await pool.query(`TRUNCATE ${['list_version', 'seed_mark', 'place', ...tables].join(', ')}`);
    await writeRows(
      pool,
      PLACES,
      places().map((row) => ({ ...row, validFrom: since })),
    );
    await pool.query(`INSERT INTO seed_mark (part, version, own) VALUES ($1, 'made', false)`, [part]);
    await fill?.(pool);
  });
  return () => database;
}
