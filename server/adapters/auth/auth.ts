import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { ROLES, type PlaceScope, type Principal, type Role } from '#domain/account/role.ts';
import type { IdentityPort, Log, SignInPort } from '#application/http-port.ts';
import { StoreUnavailable } from '#application/ports.ts';
import type { ScreenDoor } from '#application/screen/screen-door.ts';
import { placeOfScreen, screenIdOf, type ScreenPlace } from '#domain/screen/screen.ts';
import { KeyBook } from './keys.ts';
import { createLibrary, LIBRARY_ORIGIN, SESSION_COOKIE, type Library } from './library.ts';
import { createScreenDoor } from './screen-door.ts';

export type AuthOptions = {
  pool: pg.Pool;
  /** At least 32 characters; all servers of one database share it. */
  secret: string;
  /** The origin that browsers use where it is known; with https: cookies go over TLS alone. */
  publicUrl: string | null;
  log: Log;
};

/** A person's account as an administrator makes it. `department` is for the role of that name alone. */
export type NewAccount = {
  username: string;
  name: string;
  password: string;
  role: Role;
  scope: PlaceScope;
  department: string | null;
  demo?: boolean;
};

export interface Auth extends IdentityPort, SignInPort {
  /** Makes an account; false when the user name is taken, and nothing is changed then. */
  createAccount(account: NewAccount): Promise<boolean>;
  /** Gives an account a new password and ends its sessions; false when there is no such account. */
  setPassword(username: string, password: string): Promise<boolean>;
  /** Disables accounts and ends their sessions at once, or opens them again. */
  setDisabled(usernames: readonly string[], disabled: boolean): Promise<void>;
  /** How new screens are let in. */
  readonly door: ScreenDoor;
  /** Drops what is remembered of keys, because one has just been revoked here. */
  forgetKeys(): void;
}

/** A browser may keep keys of several screens, each under its place; without one: a key of before, or of any place. */
const screenCookies = /(?:^|;\s*)citywall_screen(?:\.([\w-]+)\.([\w-]+))?=([^;]+)/g;
const bearer = /^Bearer +(\S+)$/i;

/** People by their sessions, machines by their keys. */
export function createAuth({ pool, secret, publicUrl, log }: AuthOptions): Auth {
  const library = createLibrary({ pool, secret, secure: publicUrl?.startsWith('https:') ?? false, log });
  const keys = new KeyBook(pool);
  return {
    async principalOf(headers) {
      return lookedUp(async () => {
        const authorization = headers.get('authorization');
        // A key that is named counts alone: a wrong one never falls back to whoever else uses the browser.
        if (authorization !== null) {
          return (await keys.holderOf(bearer.exec(authorization)?.[1] ?? ''))?.principal ?? null;
        }
        const cookies = headers.get('cookie') ?? '';
        const person = cookies.includes(SESSION_COOKIE) ? await personOf(library, cookies) : null;
        if (person !== null) return person;
        for (const { key } of screenKeysOf(cookies)) {
          const holder = await keys.holderOf(key);
          if (holder?.principal.role === 'screen') return holder.principal;
        }
        return null;
      });
    },
    async screenAt(headers, place) {
      return lookedUp(async () => {
        const wanted = screenIdOf(place);
        let kept = false;
        for (const { at, key } of screenKeysOf(headers.get('cookie') ?? '')) {
          // One computer may drive a whole wall: the keys of its other screens need no looking up.
          if (at !== null && screenIdOf(at) !== wanted) continue;
          const holder = await keys.holderOf(key);
          if (holder?.screen && holder.principal.name === wanted) return holder.principal;
          kept ||= at !== null;
        }
        return kept ? 'revoked' : 'none';
      });
    },
    forgetKeys: () => keys.forget(),
    door: createScreenDoor({ library, pool }),
    async screenOf(key, wall, name) {
      return lookedUp(async () => {
        const holder = await keys.holderOf(key);
        return holder?.screen?.wall === wall && holder.screen.name === name ? holder.principal : null;
      });
    },
    async handle(request) {
      const { pathname } = new URL(request.url);
      const headers = new Headers(request.headers);
      headers.set('origin', LIBRARY_ORIGIN);
      const body = await request.text();
      const handed = new Request(LIBRARY_ORIGIN + pathname, { method: request.method, headers, body });
      return lookedUp(() => library.handler(handed));
    },
    createAccount: (account) => createAccount(library, pool, account),
    async setDisabled(given, disabled) {
      const usernames = given.map((username) => username.toLowerCase());
      await pool.query('UPDATE account SET disabled = $2, updated_at = now() WHERE username = ANY($1)', [
        usernames,
        disabled,
      ]);
      if (disabled) await endSessions(pool, usernames);
    },
    async setPassword(given, password) {
      const username = given.toLowerCase();
      const { password: hasher } = await library.$context;
      const { rowCount } = await pool.query(
        `UPDATE credential SET password = $2, updated_at = now() FROM account
          WHERE credential.account_id = account.id AND account.username = $1 AND provider_id = 'credential'`,
        [username, await hasher.hash(password)],
      );
      if (rowCount === 0) return false;
      await endSessions(pool, [username]);
      return true;
    },
  };
}

async function personOf(library: Library, cookies: string): Promise<Principal | null> {
  const session = await library.api.getSession({ headers: new Headers({ cookie: cookies }) });
  if (session === null || session.user.disabled) return null;
  const { id, name, role, scope, department } = session.user;
  if (!isRole(role)) return null;
  return { kind: 'person', id, name, role, scope, department: department ?? null };
}

/** One statement, so that there is never an account without its password; a taken name changes nothing. */
async function createAccount(library: Library, pool: pg.Pool, account: NewAccount): Promise<boolean> {
  const username = account.username.toLowerCase();
  const taken = await pool.query('SELECT 1 FROM account WHERE username = $1', [username]);
  if (taken.rows.length > 0) return false;
  const { password } = await library.$context;
  const { name, role, scope, department, demo = false } = account;
  const { rowCount } = await pool.query(
    `WITH made AS (
       INSERT INTO account (id, name, email, email_verified, username, role, scope, department, demo, disabled)
       VALUES ($1, $2, $3, TRUE, $4, $5, $6, $7, $8, FALSE) ON CONFLICT DO NOTHING RETURNING id
     )
     INSERT INTO credential (id, account_id, provider_id, provider_account_id, password, updated_at)
     SELECT $9, id, 'credential', id, $10, now() FROM made`,
    [
      randomUUID(),
      name,
      // The library knows people by an address; nobody reads or writes to this one.
      `${username}@citywall.invalid`,
      username,
      role,
      scope,
      department,
      demo,
      randomUUID(),
      await password.hash(account.password),
    ],
  );
  return rowCount === 1;
}

async function endSessions(pool: pg.Pool, usernames: readonly string[]): Promise<void> {
  await pool.query(
    'DELETE FROM session USING account WHERE session.account_id = account.id AND account.username = ANY($1)',
    [usernames],
  );
}

/** Whatever a lookup fails of, it is the store that did not answer. */
async function lookedUp<Found>(look: () => Promise<Found>): Promise<Found> {
  try {
    return await look();
  } catch (error) {
    throw new StoreUnavailable('accounts and keys cannot be looked up', { cause: error });
  }
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** The keys of screens that a browser keeps, each with the place that its cookie names. */
function screenKeysOf(cookies: string): { at: ScreenPlace | null; key: string }[] {
  return [...cookies.matchAll(screenCookies)].flatMap(([, wall, screen, value = '']) => {
    const key = decoded(value);
    return key === null ? [] : [{ at: placeOfScreen(`${wall ?? ''}/${screen ?? ''}`), key }];
  });
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
