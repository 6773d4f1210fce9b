import { expect, it } from 'vitest';
import { createDatabase } from '#adapters/postgres/client.ts';
import { createTeamStore } from '#adapters/postgres/team-store.ts';
import { reported } from '#adapters/postgres/unavailable.ts';
import { StoreUnavailable } from '#application/ports.ts';
import { describeTeamStore } from '../../../contract/team-store-suite.ts';
import { createTestDatabase } from '../../postgres.ts';

describeTeamStore('Postgres', async () => {
  const place = await createTestDatabase();
  const database = createDatabase(place.url, { max: 2 });
  const close = async (): Promise<void> => {
    await database.close();
    await place.drop();
  };
  return { store: createTeamStore(database), close };
});

it('a team store whose database cannot be reached says so, whichever way it asks', async () => {
  const database = createDatabase('postgres://citywall@127.0.0.1:9/nothing');
  const store = createTeamStore(database);
  await expect(store.roster()).rejects.toThrow(StoreUnavailable);
  await expect(store.latestFixes()).rejects.toThrow(StoreUnavailable);
  await database.close();
});

it('a team store whose connection is killed under Prisma says so', async () => {
  const place = await createTestDatabase();
  const database = createDatabase(place.url, { max: 1 });
  const asked = reported(database.prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
  await expect(asked).rejects.toThrow(StoreUnavailable);
  expect(await createTeamStore(database).roster()).toEqual([]);
  await database.close();
  await place.drop();
});
