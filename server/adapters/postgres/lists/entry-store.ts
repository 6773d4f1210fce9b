import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import type { EntryStore } from '#application/lists/entry-list.ts';
import type { ListCounts, ListVersion } from '#application/lists/list-kind.ts';
import { AS_DELIVERED } from '#wire/http/lists.ts';
import { instantSql, jsonText } from '../columns.ts';
import type { SeedPartName } from '../seed/city-seed.ts';
import { asStoreError } from '../unavailable.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** How a list's entries lie in their tables. */
export type EntryTables<Entry> = {
  kind: string;
  /** Part of the seed that never touches the list again once a city has brought its own. */
  seedPart: SeedPartName | 'responsibility-grids';
  /** Entries in use. */
  read(client: Pick<PoolClient, 'query'>): Promise<Entry[]>;
  /** Makes these the entries in use and retires all others. */
  write(client: Pick<PoolClient, 'query'>, entries: readonly Entry[]): Promise<void>;
};

type VersionRow = { version: number; at: number; by_name: string; note: string; current: boolean; counts: ListCounts };

const VERSION = `version, ${instantSql('at')}::float8 AS at, by_name, note, current, counts`;

/** A list in Postgres: its entries in tables of their own, its older states beside them. */
export function createEntryStore<Entry>(pool: Pool, tables: EntryTables<Entry>): EntryStore<Entry> {
  const { kind, seedPart } = tables;
  return {
    current: () => asked(() => tables.read(pool)),
    versions: () =>
      asked(async () => {
        const { rows } = await pool.query<VersionRow>(
          `SELECT ${VERSION} FROM list_version WHERE kind = $1 ORDER BY version DESC`,
          [kind],
        );
        return rows.length > 0 ? rows.map(versionOf) : [await delivered(pool, tables)].filter((one) => one !== null);
      }),
    entriesOf: (version) =>
      asked(async () => {
        if (!/^\d{1,9}$/.test(version)) return null;
        const { rows } = await pool.query<{ content: Buffer }>(
          'SELECT content FROM list_version WHERE kind = $1 AND version = $2',
          [kind, Number(version)],
        );
        const [row] = rows;
        if (row) return JSON.parse((await unpack(row.content)).toString()) as Entry[];
        const first = await delivered(pool, tables);
        return first?.version === version && (await isUntouched(pool, kind)) ? tables.read(pool) : null;
      }),
    replace: ({ entries, by, note, counts, isStill }) =>
      asked(() =>
        inTransaction(pool, async (client) => {
          await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`list ${kind}`]);
          const current = await tables.read(client);
          if (!isStill(current)) return null;
          if (await isUntouched(client, kind)) await keepDelivered(client, tables, current);
          await client.query('UPDATE list_version SET current = false WHERE kind = $1 AND current', [kind]);
          const version = await addVersion(client, { kind, byId: by.id, byName: by.name, note, counts, entries });
          await tables.write(client, entries);
          await client.query(
            `INSERT INTO seed_mark (part, version, own) VALUES ($1, $2, true)
             ON CONFLICT (part) DO UPDATE SET version = EXCLUDED.version, own = true, at = now()`,
            [seedPart, `${kind} ${version.version}`],
          );
          return version;
        }),
      ),
  };
}

/** The version that a list is delivered with; null where it was never filled. */
async function delivered<Entry>(
  client: Pick<PoolClient, 'query'>,
  { seedPart, read }: EntryTables<Entry>,
): Promise<ListVersion | null> {
  const { rows } = await client.query<{ at: number }>(
    `SELECT ${instantSql('at')}::float8 AS at FROM seed_mark WHERE part = $1`,
    [seedPart],
  );
  const [mark] = rows;
  if (!mark) return null;
  const entries = (await read(client)).length;
  const counts = countsOf(entries);
  return { version: '1', at: mark.at, by: 'Citywall', note: AS_DELIVERED, current: true, counts };
}

async function isUntouched(client: Pick<PoolClient, 'query'>, kind: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM list_version WHERE kind = $1 LIMIT 1', [kind]);
  return rowCount === 0;
}

async function keepDelivered<Entry>(
  client: PoolClient,
  tables: EntryTables<Entry>,
  entries: readonly Entry[],
): Promise<void> {
  const first = await delivered(client, tables);
  const { at = 0, by = '' } = first ?? {};
  const counts = countsOf(entries.length);
  await addVersion(client, { kind: tables.kind, byId: '', byName: by, note: AS_DELIVERED, counts, entries, at });
  await client.query('UPDATE list_version SET current = false WHERE kind = $1', [tables.kind]);
}

function countsOf(entries: number): ListCounts {
  return { rows: entries, added: 0, changed: 0, removed: 0, unchanged: entries };
}

type NewVersion<Entry> = {
  kind: string;
  byId: string;
  byName: string;
  note: string;
  counts: ListCounts;
  entries: readonly Entry[];
  /** Epoch ms; the store's own now where it is not said. */
  at?: number;
};

async function addVersion<Entry>(client: PoolClient, added: NewVersion<Entry>): Promise<ListVersion> {
  const content = await pack(jsonText(added.entries));
  const { rows } = await client.query<VersionRow>(
    `INSERT INTO list_version (kind, version, at, by_id, by_name, note, current, counts, content)
     SELECT $1, coalesce(max(version), 0) + 1, coalesce(to_timestamp($2::float8 / 1000), now()), $3, $4, $5, true, $6, $7
     FROM list_version WHERE kind = $1
     RETURNING ${VERSION}`,
    [added.kind, added.at ?? null, added.byId, added.byName, added.note, jsonText(added.counts), content],
  );
  return versionOf(rows[0] as VersionRow);
}

function versionOf({ version, at, by_name: by, note, current, counts }: VersionRow): ListVersion {
  return { version: String(version), at, by, note, current, counts };
}

async function asked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error);
  }
}

async function inTransaction<Answer>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Answer | null>,
): Promise<Answer | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query(answer === null ? 'ROLLBACK' : 'COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
