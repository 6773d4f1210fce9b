import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type {
  Account,
  AccountFilter,
  AccountStore,
  NewPerson,
  PersonRole,
  Session,
} from '#application/account/account-port.ts';
import { StoreUnavailable } from '#application/ports.ts';
import { isCityCode } from '#domain/place/code.ts';
import type { Library } from './library.ts';
import { accountKey } from './lock-out.ts';

type Row = {
  id: string;
  username: string;
  name: string;
  role: PersonRole;
  scope: string;
  department: string | null;
  disabled: boolean;
  demo: boolean;
  has_code: boolean;
  given_password: boolean;
  created_at: Date;
  signed_in_at: Date | null;
  locked_until: Date | null;
  sessions: number;
};

const SELECT = `SELECT account.id, username, name, role, scope, department, disabled, demo,
    two_factor_enabled AS has_code, given_password, created_at, signed_in_at, failure.locked_until,
    (SELECT count(*)::int FROM session WHERE account_id = account.id AND expires_at > now()) AS sessions
  FROM account LEFT JOIN sign_in_failure failure
    ON failure.key = 'account ' || account.username AND failure.locked_until > now()
  WHERE username IS NOT NULL`;

/** Accounts on the tables of the sign-in library. */
export function createAccountStore(library: Library, pool: pg.Pool): AccountStore {
  const hash = async (password: string): Promise<string> => (await library.$context).password.hash(password);
  const store: AccountStore = {
    async list(place, filter, { after, limit }) {
      const { conditions, values } = conditionsOf(place, filter);
      const where = conditions.map((one) => ` AND ${one}`).join('');
      const count = await pool.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM (${SELECT}${where}) AS found`,
        values,
      );
      const page = after === null ? '' : ` AND username > $${values.push(after)}`;
      const { rows } = await pool.query<Row>(
        `${SELECT}${where}${page} ORDER BY username LIMIT $${values.push(limit)}`,
        values,
      );
      return { accounts: rows.map(accountOf), total: count.rows[0]?.total ?? 0 };
    },
    async get(id) {
      const { rows } = await pool.query<Row>(`${SELECT} AND account.id = $1`, [id]);
      return rows[0] ? accountOf(rows[0]) : null;
    },
    async find(usernames) {
      const { rows } = await pool.query<Row>(`${SELECT} AND username = ANY($1)`, [usernames]);
      return rows.map(accountOf);
    },
    async make(given, password) {
      return insertAccount(pool, { ...given, demo: false, givenPassword: true }, await hash(password));
    },
    async change(id, { name, role, scope, department }) {
      await pool.query(
        'UPDATE account SET name = $2, role = $3, scope = $4, department = $5, updated_at = now() WHERE id = $1',
        [id, name, role, scope, department],
      );
    },
    async setDisabled(id, disabled) {
      await pool.query('UPDATE account SET disabled = $2, updated_at = now() WHERE id = $1', [id, disabled]);
    },
    async setPassword(id, password) {
      await pool.query(
        `WITH given AS (UPDATE account SET given_password = TRUE, updated_at = now() WHERE id = $1)
         UPDATE credential SET password = $2, updated_at = now() WHERE account_id = $1 AND provider_id = 'credential'`,
        [id, await hash(password)],
      );
    },
    async clearTries(username) {
      await pool.query('DELETE FROM sign_in_failure WHERE key = $1', [accountKey(username)]);
    },
    async forgetCode(id) {
      await pool.query(
        `WITH gone AS (DELETE FROM two_factor WHERE account_id = $1)
         UPDATE account SET two_factor_enabled = FALSE, updated_at = now() WHERE id = $1`,
        [id],
      );
    },
    async sessions(id) {
      const { rows } = await pool.query<
        Omit<Session, 'createdAt' | 'seenAt' | 'expiresAt'> & Record<'made' | 'seen' | 'ends', Date>
      >(
        `SELECT id, created_at AS made, COALESCE(seen_at, created_at) AS seen, expires_at AS ends,
           COALESCE(address, '') AS address, COALESCE(user_agent, '') AS "userAgent"
           FROM session WHERE account_id = $1 AND expires_at > now() ORDER BY created_at DESC`,
        [id],
      );
      return rows.map(({ made, seen, ends, ...row }) => ({
        ...row,
        createdAt: made.getTime(),
        seenAt: seen.getTime(),
        expiresAt: ends.getTime(),
      }));
    },
    async endSessions(id, session) {
      const { rowCount } = await pool.query(
        'DELETE FROM session WHERE account_id = $1 AND ($2::text IS NULL OR id = $2)',
        [id, session],
      );
      return rowCount ?? 0;
    },
    async countOpen(role) {
      const { rows } = await pool.query<{ open: number }>(
        'SELECT count(*)::int AS open FROM account WHERE role = $1 AND NOT disabled',
        [role],
      );
      return rows[0]?.open ?? 0;
    },
  };
  return reachable(store);
}

export type KeptAccount = NewPerson & { demo: boolean; givenPassword: boolean };

/**
 * Keeps an account with its password's hash, in one statement, so that there is never one without its password.
 *
 * @returns its id; null where the user name is taken, and nothing is changed then.
 */
export async function insertAccount(pool: pg.Pool, account: KeptAccount, hash: string): Promise<string | null> {
  const { name, role, scope, department, demo, givenPassword } = account;
  const username = account.username.toLowerCase();
  const id = randomUUID();
  const { rowCount } = await pool.query(
    `WITH made AS (
       INSERT INTO account (id, name, email, email_verified, username, role, scope, department, demo, disabled, given_password)
       VALUES ($1, $2, $3, TRUE, $4, $5, $6, $7, $8, FALSE, $11) ON CONFLICT DO NOTHING RETURNING id
     )
     INSERT INTO credential (id, account_id, provider_id, provider_account_id, password, updated_at)
     SELECT $9, id, 'credential', id, $10, now() FROM made`,
    [
      id,
      name,
      // The library knows people by an address; nobody reads or writes to this one.
      `${username}@citywall.invalid`,
      username,
      role,
      scope,
      department,
      demo,
      randomUUID(),
      hash,
      givenPassword,
    ],
  );
  return rowCount === 1 ? id : null;
}

function conditionsOf(
  place: string,
  { text, role, state }: AccountFilter,
): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (!isCityCode(place)) conditions.push(`starts_with(scope, ${put(place)})`);
  if (text !== null) {
    const words = put(text);
    conditions.push(
      `(strpos(lower(username), lower(${words})) > 0 OR strpos(lower(name), lower(${words})) > 0
        OR strpos(lower(COALESCE(department, '')), lower(${words})) > 0)`,
    );
  }
  if (role !== null) conditions.push(`role = ${put(role)}`);
  if (state === 'open') conditions.push('NOT disabled');
  if (state === 'disabled') conditions.push('disabled');
  if (state === 'locked') conditions.push('failure.locked_until IS NOT NULL');
  return { conditions, values };
}

function accountOf(row: Row): Account {
  const { id, username, name, role, scope, department, disabled, demo, sessions } = row;
  return {
    ...{ id, username, name, role, scope, department, disabled, demo, sessions },
    hasCode: row.has_code,
    givenPassword: row.given_password,
    createdAt: row.created_at.getTime(),
    signedInAt: row.signed_in_at?.getTime() ?? null,
    lockedUntil: row.locked_until?.getTime() ?? null,
  };
}

/** Whatever an act on accounts fails of, it is the store that did not answer. */
function reachable(store: AccountStore): AccountStore {
  const entries = Object.entries(store).map(([name, act]) => [
    name,
    async (...given: unknown[]): Promise<unknown> => {
      try {
        return await (act as (...given: unknown[]) => Promise<unknown>)(...given);
      } catch (error) {
        throw new StoreUnavailable('accounts cannot be reached', { cause: error });
      }
    },
  ]);
  return Object.fromEntries(entries) as AccountStore;
}
