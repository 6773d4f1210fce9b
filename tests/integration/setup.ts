import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded.ts';
import { migrate } from '#adapters/postgres/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's Postgres, its own maintenance database. */
    postgresUrl: string;
    /** A database with every migration applied, to be copied. */
    postgresTemplate: string;
  }
}

const template = 'citywall_template';

/** One real Postgres for the whole run, in a folder of its own that goes away with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'citywall-integration-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir: folder,
    log: () => undefined,
    work: 'integration tests',
    settings: { fsync: 'off', max_connections: '150' },
  });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${template}`);
    await client.end();
    const templateUrl = new URL(postgres.url);
    templateUrl.pathname = template;
    await migrate(templateUrl.href);
    project.provide('postgresUrl', postgres.url);
    project.provide('postgresTemplate', template);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
