import type pg from 'pg';
import { ADDRESS_TIMES, afterFailure, lockedUntil, type LockRules, type Tries } from '#domain/account/lock-out.ts';

/** Who tries: the name that was typed and the address it came from. */
export type Trier = { username: string; address: string };

/** Counts wrong tries to sign in, for all servers of a store together. */
export interface LockOut {
  /** Until when (epoch ms) this account or this address may not try; null when it may. */
  lockedUntil(trier: Trier): Promise<number | null>;
  /** Counts a wrong try; answers as `lockedUntil` does after it. */
  failed(trier: Trier): Promise<number | null>;
  /** Forgets the wrong tries of an account: it signed in, or somebody unlocked it. */
  clear(username: string): Promise<void>;
}

type Row = { failures: number; since: Date; locked_until: Date | null };

export function createLockOut(pool: pg.Pool, rules: LockRules, now: () => number): LockOut {
  const keysOf = ({ username, address }: Trier): [string, LockRules][] => [
    [accountKey(username), rules],
    [`address ${address}`, { ...rules, tries: rules.tries * ADDRESS_TIMES }],
  ];
  return {
    async lockedUntil(trier) {
      const { rows } = await pool.query<Row>(
        'SELECT failures, since, locked_until FROM sign_in_failure WHERE key = ANY($1)',
        [keysOf(trier).map(([key]) => key)],
      );
      return latest(rows.map((row) => lockedUntil(triesOf(row), now())));
    },
    async failed(trier) {
      const ends: (number | null)[] = [];
      for (const [key, of] of keysOf(trier)) ends.push(await count(pool, key, of, now()));
      return latest(ends);
    },
    async clear(username) {
      await pool.query('DELETE FROM sign_in_failure WHERE key = $1', [accountKey(username)]);
    },
  };
}

/** The key of an account's wrong tries: by its name, so that names that are nobody's are counted alike. */
export function accountKey(username: string): string {
  return `account ${username.toLowerCase()}`;
}

async function count(pool: pg.Pool, key: string, rules: LockRules, now: number): Promise<number | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Tries that come at once are counted one after the other.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    const { rows } = await client.query<Row>(
      'SELECT failures, since, locked_until FROM sign_in_failure WHERE key = $1',
      [key],
    );
    const tries = afterFailure(rows[0] ? triesOf(rows[0]) : null, rules, now);
    await client.query(
      `INSERT INTO sign_in_failure (key, failures, since, locked_until) VALUES ($1, $2, $3, $4)
       ON CONFLICT (key) DO UPDATE
         SET failures = EXCLUDED.failures, since = EXCLUDED.since, locked_until = EXCLUDED.locked_until`,
      [key, tries.failures, new Date(tries.since), tries.lockedUntil === null ? null : new Date(tries.lockedUntil)],
    );
    await client.query(`DELETE FROM sign_in_failure WHERE since < $1`, [new Date(now - 2 * rules.lockMs)]);
    await client.query('COMMIT');
    return lockedUntil(tries, now);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function triesOf({ failures, since, locked_until: end }: Row): Tries {
  return { failures, since: since.getTime(), lockedUntil: end?.getTime() ?? null };
}

function latest(ends: readonly (number | null)[]): number | null {
  const known = ends.filter((end) => end !== null);
  return known.length === 0 ? null : Math.max(...known);
}
