import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { readTaskHolders } from '#adapters/postgres/task-holders.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

let place: TestDatabase;
let database: Database;

beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 1 });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

it('tells who has the open task of each case, of two the one of the newer passage', async () => {
  await database.pool
    .query(`INSERT INTO collector_task (case_id, instance, kind, collector, created_at, taken_at, ended_at)
    VALUES (1, 2, 'verify', 'C-1', now(), now(), now()), (1, 5, 'check', 'C-2', now(), NULL, NULL),
      (2, 2, 'verify', 'C-3', now(), now(), NULL), (2, 4, 'verify', NULL, now(), NULL, NULL),
      (3, 2, 'verify', 'C-4', now(), now(), NULL), (4, 2, 'verify', 'C-5', now(), NULL, now())`);
  expect(await readTaskHolders(database.pool)).toEqual([
    { caseId: 1, collector: 'C-2', taken: false },
    { caseId: 2, collector: null, taken: false },
    { caseId: 3, collector: 'C-4', taken: true },
  ]);
});
