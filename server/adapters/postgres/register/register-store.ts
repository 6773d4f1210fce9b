import type { Pool, PoolClient } from 'pg';
import type { Actor } from '#domain/account/role.ts';
import type { ListCounts, ListVersion } from '#application/lists/list-kind.ts';
import type { RegisterChange, RegisterRow, RegisterStore } from '#application/lists/register.ts';
import { arraysOf, insertSql, instantSql, jsonText, type Column } from '../columns.ts';
import { reported } from '../unavailable.ts';

/** A register's table: the columns beside key, digest, since and until, and how one of its rows is read back. */
export type RegisterTable<Row> = {
  register: string;
  table: string;
  columns: readonly Column<Row>[];
  rowOf: (stored: Record<string, unknown>) => Row;
};

const BATCH = 10_000;
const FIRST = '0';

/** A register in Postgres. Rows are never changed in place: they end at a version, and others begin with it. */
export function createRegisterStore<Row>(pool: Pool, shape: RegisterTable<Row>): RegisterStore<Row> {
  const { register, table, columns } = shape;
  const names = columns.map(({ name }) => name).join(', ');
  const versionOf = async (client: Pick<Pool, 'query'>): Promise<string> => {
    const text = 'SELECT max(version)::text AS version FROM register_version WHERE register = $1';
    return (await client.query<{ version: string | null }>(text, [register])).rows[0]?.version ?? FIRST;
  };

  async function insert(client: PoolClient, version: number, rows: readonly RegisterRow<Row>[]): Promise<void> {
    const all: Column<RegisterRow<Row>>[] = [
      { name: 'key', type: 'text', of: (it) => it.key },
      { name: 'digest', type: 'text', of: (it) => it.digest },
      { name: 'since', type: 'int', of: () => version },
      ...columns.map((column) => ({ ...column, of: (it: RegisterRow<Row>) => column.of(it.row) })),
    ];
    const text = insertSql(table, all);
    for (let from = 0; from < rows.length; from += BATCH)
      await client.query(text, arraysOf(all, rows.slice(from, from + BATCH)));
  }

  /** Runs in one transaction, one writer of this register at a time. `work` answers null to leave everything as it was. */
  async function alone<Done>(
    work: (client: PoolClient, version: string) => Promise<Done | null>,
  ): Promise<Done | null> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`register ${register}`]);
      const done = await work(client, await versionOf(client));
      await client.query(done === null ? 'ROLLBACK' : 'COMMIT');
      if (done !== null) await client.query(`ANALYZE ${table}`);
      return done;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function enter(
    client: PoolClient,
    version: number,
    by: Actor,
    note: string,
    counts: ListCounts,
  ): Promise<ListVersion> {
    const text = `INSERT INTO register_version (register, version, by_name, note, counts) VALUES ($1, $2, $3, $4, $5)
      RETURNING ${instantSql('at')} AS at`;
    const { rows } = await client.query<{ at: number }>(text, [register, version, by.name, note, jsonText(counts)]);
    return { version: String(version), at: rows[0]?.at ?? 0, by: by.name, note, current: true, counts };
  }

  async function* all(): AsyncGenerator<readonly Row[]> {
    let after = '';
    for (;;) {
      const text = `SELECT key, ${names} FROM ${table} WHERE until IS NULL AND key > $1 ORDER BY key LIMIT $2`;
      const { rows } = await reported(pool.query<Record<string, unknown> & { key: string }>(text, [after, BATCH]));
      if (rows.length === 0) return;
      yield rows.map(shape.rowOf);
      after = rows.at(-1)?.key ?? '';
    }
  }

  return {
    version: () => reported(versionOf(pool)),
    async digests() {
      const version = await reported(versionOf(pool));
      const text = `SELECT key, digest FROM ${table} WHERE until IS NULL`;
      const { rows } = await reported(pool.query<[string, string]>({ text, rowMode: 'array' }));
      return { version, digests: new Map(rows) };
    },
    async rows(keys) {
      const text = `SELECT key, ${names} FROM ${table} WHERE until IS NULL AND key = ANY($1::text[])`;
      const { rows } = await reported(pool.query<Record<string, unknown> & { key: string }>(text, [keys]));
      return new Map(rows.map((row) => [row.key, shape.rowOf(row)]));
    },
    all,
    write: ({ basis, rows, removed, by, note, counts }: RegisterChange<Row>) =>
      reported(
        alone(async (client, version) => {
          if (version !== basis) return null;
          const next = Number(version) + 1;
          const ended = [...rows.map(({ key }) => key), ...removed];
          const end = `UPDATE ${table} SET until = $1 WHERE until IS NULL AND key = ANY($2::text[])`;
          if (version !== FIRST) await client.query(end, [next, ended]);
          await insert(client, next, rows);
          return enter(client, next, by, note, counts);
        }),
      ),
    async versions() {
      const text = `SELECT version::text AS version, ${instantSql('at')} AS at, by_name AS by, note, counts
        FROM register_version WHERE register = $1 ORDER BY register_version.version DESC`;
      const { rows } = await reported(pool.query<Omit<ListVersion, 'current'>>(text, [register]));
      return rows.map((row, index) => ({ ...row, current: index === 0 }));
    },
    undo: (version, by) =>
      reported(
        alone(async (client, current) => {
          const [back, next] = [Number(version), Number(current) + 1];
          if (!/^\d{1,9}$/u.test(version) || back >= next) return null;
          // Version 0 is the empty register before the first.
          // Rows of that version stay where they still hold; the others end, and what had ended comes back.
          const held = `since <= $2 AND (until IS NULL OR until > $2)`;
          const ended = await client.query(
            `UPDATE ${table} c SET until = $1 WHERE until IS NULL AND NOT EXISTS
               (SELECT 1 FROM ${table} o WHERE o.key = c.key AND o.digest = c.digest AND o.since <= $2
                 AND (o.until IS NULL OR o.until > $2))`,
            [next, back],
          );
          const restored = await client.query(
            `INSERT INTO ${table} (key, digest, since, ${names})
             SELECT key, digest, $1, ${names} FROM ${table} o WHERE ${held} AND NOT EXISTS
               (SELECT 1 FROM ${table} c WHERE c.key = o.key AND c.until IS NULL)`,
            [next, back],
          );
          const [gone, come] = [ended.rowCount ?? 0, restored.rowCount ?? 0];
          const counts = { rows: gone + come, added: come, changed: 0, removed: gone, unchanged: 0 };
          return enter(client, next, by, `undo to ${version}`, counts);
        }),
      ),
  };
}
