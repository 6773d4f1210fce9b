import type { Config } from '#config';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { refuseOtherCity, type ChosenCity } from './chosen-city.ts';

export type Store = Database & {
  /** Resolves when the embedded Postgres ended although nobody asked it to. */
  lost: Promise<void>;
  stop(): Promise<void>;
};

/** Opens the store of this node: outside or embedded, migrated, seeded. Says each step. Leaves nothing behind on failure. */
export async function openStore(
  config: Config,
  city: ChosenCity,
  say: (line: string) => void,
  onLost: (error: Error) => void,
): Promise<Store> {
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDirectory, log: say }) : null;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const database = createDatabase(url, { max: 12, onLost });
  try {
    await migrate(url, { log: say });
    await refuseOtherCity(database.pool, city);
    await seedCity(database, city.seed, progressTo(say));
    return {
      ...database,
      lost: embedded?.lost ?? new Promise<void>(() => undefined),
      async stop() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await database.close();
    await embedded?.stop();
    throw error;
  }
}

/** One line a part, another for each quarter of the long one. */
function progressTo(say: (line: string) => void): (part: string, written: number, of: number) => void {
  let told = '';
  return (part, written, of) => {
    const quarter = Math.floor((4 * written) / Math.max(1, of));
    const line = `${part} ${quarter}`;
    if (line === told || quarter === 0) return;
    told = line;
    say(`seeding ${part}: ${written.toLocaleString('en')} of ${of.toLocaleString('en')}`);
  };
}
