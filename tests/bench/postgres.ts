import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded.ts';
import { migrate } from '#adapters/postgres/migrate.ts';

/** A real Postgres of its own for one bench, gone when it ends. */
export async function withDatabase<T>(work: (database: Database, url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'citywall-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, work: 'a bench' });
  try {
    await migrate(postgres.url);
    const database = createDatabase(postgres.url);
    try {
      return await work(database, postgres.url);
    } finally {
      await database.close();
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
