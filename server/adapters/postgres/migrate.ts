import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** One migration as a file: its folder's name, which orders it, its SQL and the SHA-256 of the file. */
interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrateOptions {
  /** The folder of migrations in Prisma's layout: `<name>/migration.sql`. */
  readonly folder?: string;
  readonly log?: (line: string) => void;
}

/** The database cannot be brought to this version; the message says what to do in one line. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const oldestServer = 140_000;
/** Any number, the same for all servers of one database. */
const advisoryKey = 7_215_640_331;

/** Prisma's own table, column for column, so that `prisma migrate` agrees with what was applied here. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings a database to this version: applies the migrations that it lacks, in order, each with its record in one
 * transaction. Servers that start at once wait for one another.
 *
 * @returns the names of what was applied now; empty when the database was up to date.
 * @throws MigrationError when the server is too old, an applied migration's file was changed or is gone, one was left
 *   half applied, or one fails.
 */
export async function migrate(
  url: string,
  { folder = 'prisma/migrations', log }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({
    connectionString: url,
    application_name: 'citywall migrate',
    options: '-c TimeZone=UTC',
  });
  // A connection lost in between fails the query at hand; without a listener it would end the process.
  client.on('error', (error) => log?.(`the connection for migrations was lost: ${error.message}`));
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [advisoryKey]);
    await client.query(bookkeeping);
    const missing = compare(migrations, await appliedMigrations(client));
    for (const migration of missing) {
      log?.(`migrating the database: ${migration.name}`);
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  } finally {
    // Ends the session, and with it the advisory lock.
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const file = await readFile(join(folder, name, 'migration.sql'));
      return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') };
    }),
  );
}

/** @throws MigrationError when the server is older than Postgres 14. */
export async function refuseOldServer(client: {
  query(statement: string): Promise<{ rows: { number: string; text: string }[] }>;
}): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
  );
  if (Number(rows[0]?.number) < oldestServer) {
    throw new MigrationError(`DATABASE_URL: Postgres ${rows[0]?.text} is too old, version 14 or newer is needed`);
  }
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT "migration_name" AS name, "checksum", "finished_at" IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
  );
  return rows;
}

function compare(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const files = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const file = files.get(name);
    if (!finished)
      throw new MigrationError(
        `the migration ${name} was left half applied: restore a backup or resolve it with prisma migrate resolve`,
      );
    if (!file)
      throw new MigrationError(
        `the database has the migration ${name}, which this version does not know: run a newer version`,
      );
    if (file.checksum !== checksum)
      throw new MigrationError(
        `the migration ${name} was changed after it was applied: put its file back and write a new migration`,
      );
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new MigrationError(`the migration ${name} failed and changed nothing: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
