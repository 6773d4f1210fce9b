import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { FirstGiven, FirstResult } from '#application/http-port.ts';
import { faultOfPassword, type PasswordRules } from '#domain/account/password.ts';
import { isUserName } from '#domain/account/user-name.ts';
import { insertAccount } from './account-store.ts';
import { hashKey } from './keys.ts';
import type { Library } from './library.ts';

/** Codes that a start printed stand under this name in the library's table of things to verify. */
const OFFERED = 'first-administrator';
const GOOD_HOURS = 24;

/** How the first who keeps accounts comes in, where there is nobody yet who could let others in. */
export interface FirstAdministrator {
  /** A code for this start, good for a day and for one account; null where somebody keeps accounts already. */
  offer(): Promise<string | null>;
  take(given: FirstGiven): Promise<FirstResult>;
}

export function createFirstAdministrator(library: Library, pool: pg.Pool, rules: PasswordRules): FirstAdministrator {
  return {
    async offer() {
      if (await isKept(pool)) return null;
      const code = randomBytes(15).toString('base64url');
      await pool.query(`DELETE FROM verification WHERE identifier = $1 AND expires_at < now()`, [OFFERED]);
      await pool.query(
        `INSERT INTO verification (id, identifier, value, expires_at)
         VALUES ($1, $2, $3, now() + $4::float8 * interval '1 hour')`,
        [randomUUID(), OFFERED, hashKey(code), GOOD_HOURS],
      );
      return code;
    },
    async take({ code, username, name, password }) {
      if (await isKept(pool)) return { done: false, why: 'kept' };
      const offered = await pool.query(
        'SELECT 1 FROM verification WHERE identifier = $1 AND value = $2 AND expires_at > now()',
        [OFFERED, hashKey(code)],
      );
      if (offered.rows.length === 0) return { done: false, why: 'code' };
      if (!isUserName(username)) return { done: false, why: 'username' };
      const fault = faultOfPassword(password, username, rules);
      if (fault !== null) return { done: false, why: 'password', fault, least: rules.least };
      const { rows } = await pool.query<{ code: string }>(`SELECT code FROM place WHERE level = 'city' LIMIT 1`);
      const scope = rows[0]?.code;
      if (scope === undefined) throw new Error('the store has no city');
      const { password: hasher } = await library.$context;
      const hash = await hasher.hash(password);
      // Whoever deletes the codes is the first: a second call that came at the same time finds none.
      const used = await pool.query('DELETE FROM verification WHERE identifier = $1', [OFFERED]);
      if (used.rowCount === 0) return { done: false, why: 'code' };
      const role = 'security-administrator';
      const person = { username, name, role, scope, department: null, demo: false, givenPassword: false } as const;
      const id = await insertAccount(pool, person, hash);
      return id === null ? { done: false, why: 'taken' } : { done: true, id, scope };
    },
  };
}

async function isKept(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT 1 FROM account WHERE role = 'security-administrator' AND NOT disabled LIMIT 1`,
  );
  return rows.length > 0;
}
