// Opens the store for a tool: an outside Postgres, the one of a server that runs on the data folder, or its own.
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { openEmbeddedPostgres } from '#adapters/postgres/embedded.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import type { Config } from '#config';
import { chosenCity, refuseOtherCity } from '../../server/compose/chosen-city.ts';

export type OpenStore = Database & { url: string };

/** Migrated and seeded like a server's. `close` ends what was opened here, and nothing that a server uses. */
export async function openStore(config: Config, work: string, log: (line: string) => void): Promise<OpenStore> {
  const city = await chosenCity(config);
  const embedded =
    config.databaseUrl === null ? await openEmbeddedPostgres({ dataDir: config.dataDirectory, log, work }) : null;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(url, { log });
    const database = createDatabase(url, { max: 6 });
    let told = '';
    await refuseOtherCity(database.pool, city);
    await seedCity(database, city.seed, (part) => {
      if (part !== told) log(`seeding ${part}`);
      told = part;
    });
    const close = async (): Promise<void> => {
      await database.close();
      await embedded?.stop();
    };
    return { ...database, url, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
