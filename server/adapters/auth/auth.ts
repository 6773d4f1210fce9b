import type pg from 'pg';
import { faultOfPassword } from '#domain/account/password.ts';
import { ROLES, type PlaceScope, type Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { USUAL_RULES, type SignInRules } from '#domain/account/sign-in-rules.ts';
import type { AccountStore, PersonRole } from '#application/account/account-port.ts';
import type { IdentityPort, Log, SignInPort } from '#application/http-port.ts';
import { StoreUnavailable } from '#application/ports.ts';
import type { ScreenDoor } from '#application/screen/screen-door.ts';
import { placeOfScreen, screenIdOf, type ScreenPlace } from '#domain/screen/screen.ts';
import { createAccountStore, insertAccount } from './account-store.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { KeyBook } from './keys.ts';
import { createLibrary, LIBRARY_ORIGIN, SESSION_COOKIE, type Library } from './library.ts';
import { createLockOut } from './lock-out.ts';
import { createScreenDoor } from './screen-door.ts';
import { signIn } from './sign-in.ts';

export type AuthOptions = {
  pool: pg.Pool;
  /** At least 32 characters; all servers of one database share it. */
  secret: string;
  /** The origin that browsers use where it is known; with https: cookies go over TLS alone. */
  publicUrl: string | null;
  /** How people sign in; the usual rules without. */
  rules?: SignInRules;
  log: Log;
};

/** A person's account as an administrator makes it. `department` is for the role of that name alone. */
export type NewAccount = {
  username: string;
  name: string;
  password: string;
  role: PersonRole;
  scope: PlaceScope;
  department: string | null;
  demo?: boolean;
  /** Somebody else knows the password: it is changed at the first sign-in. */
  givenPassword?: boolean;
};

export interface Auth extends IdentityPort, SignInPort {
  /** Makes an account; false when the user name is taken, and nothing is changed then. */
  createAccount(account: NewAccount): Promise<boolean>;
  /**
   * Gives an account a new password and ends its sessions; false: no such account.
   *
   * @param given somebody else knows it: it is changed at the next sign-in.
   */
  setPassword(username: string, password: string, given?: boolean): Promise<boolean>;
  /** Disables accounts and ends their sessions at once, or opens them again. */
  setDisabled(usernames: readonly string[], disabled: boolean): Promise<void>;
  /** Accounts as their keeper works with them. */
  readonly accounts: AccountStore;
  /** A code for the first who keeps accounts; null where somebody keeps them already. */
  offerFirst(): Promise<string | null>;
  /** How new screens are let in. */
  readonly door: ScreenDoor;
  /** Drops what is remembered of keys, because one has just been revoked here. */
  forgetKeys(): void;
}

/** A browser may keep keys of several screens, each under its place; without one: a key of before, or of any place. */
const screenCookies = /(?:^|;\s*)citywall_screen(?:\.([\w-]+)\.([\w-]+))?=([^;]+)/g;
const bearer = /^Bearer +(\S+)$/i;

/** People by their sessions, machines by their keys. */
export function createAuth({ pool, secret, publicUrl, rules = USUAL_RULES, log }: AuthOptions): Auth {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const library = createLibrary({ pool, secret, secure, rules, log });
  const lockOut = createLockOut(pool, rules.lock, () => Date.now());
  const parts = { library, pool, rules, lockOut };
  const first = createFirstAdministrator(library, pool, rules.password);
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
        const person = cookies.includes(SESSION_COOKIE) ? await personOf(library, pool, rules.idleMs, cookies) : null;
        if (person !== null) return person;
        for (const { key } of screenKeysOf(cookies)) {
          const holder = await keys.holderOf(key);
          if (holder?.principal.role === 'screen') return holder.principal;
        }
        return null;
      });
    },
    async holds(headers, who) {
      if (who.kind !== 'person') return true;
      return lookedUp(async () => {
        const session = await sessionOf(library, headers.get('cookie') ?? '');
        if (session === null) return false;
        const { id, role, scope, department } = session.principal;
        return id === who.id && role === who.role && covers(scope, who.scope) && department === who.department;
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
    signIn: (given) => lookedUp(() => signIn(parts, given)),
    faultOfPassword: (password, username) => faultOfPassword(password, username, rules.password),
    accounts: createAccountStore(library, pool),
    makeFirst: (given) => lookedUp(() => first.take(given)),
    offerFirst: () => lookedUp(() => first.offer()),
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
    async createAccount({ password, demo = false, givenPassword = false, ...account }) {
      const { password: hasher } = await library.$context;
      const hash = await hasher.hash(password);
      return (await insertAccount(pool, { ...account, demo, givenPassword }, hash)) !== null;
    },
    async setDisabled(given, disabled) {
      const usernames = given.map((username) => username.toLowerCase());
      await pool.query('UPDATE account SET disabled = $2, updated_at = now() WHERE username = ANY($1)', [
        usernames,
        disabled,
      ]);
      if (disabled) await endSessions(pool, usernames);
    },
    async setPassword(name, password, given = false) {
      const username = name.toLowerCase();
      const { password: hasher } = await library.$context;
      const { rowCount } = await pool.query(
        `WITH given AS (UPDATE account SET given_password = $3 WHERE username = $1)
         UPDATE credential SET password = $2, updated_at = now() FROM account
          WHERE credential.account_id = account.id AND account.username = $1 AND provider_id = 'credential'`,
        [username, await hasher.hash(password), given],
      );
      if (rowCount === 0) return false;
      await endSessions(pool, [username]);
      return true;
    },
  };
}

/** A session's use is noted this often: each request would be a write. */
const NOTED_MS = 60_000;

type Standing = { principal: Principal; token: string; unusedMs: number };

/** Whose session a browser has, and for how long it was not used; null where it has none that stands. */
async function sessionOf(library: Library, cookies: string): Promise<Standing | null> {
  const session = await library.api.getSession({ headers: new Headers({ cookie: cookies }) });
  if (session === null || session.user.disabled) return null;
  const { id, name, role, scope, department } = session.user;
  if (!isRole(role)) return null;
  const { token, seenAt, createdAt } = session.session;
  const unusedMs = Date.now() - (seenAt ?? createdAt).getTime();
  return { principal: { kind: 'person', id, name, role, scope, department: department ?? null }, token, unusedMs };
}

async function personOf(
  library: Library,
  pool: pg.Pool,
  idleMs: number | null,
  cookies: string,
): Promise<Principal | null> {
  const session = await sessionOf(library, cookies);
  if (session === null) return null;
  const { principal, token, unusedMs } = session;
  if (idleMs !== null && unusedMs > idleMs) {
    await pool.query('DELETE FROM session WHERE token = $1', [token]);
    return null;
  }
  if (unusedMs > NOTED_MS) await pool.query('UPDATE session SET seen_at = now() WHERE token = $1', [token]);
  return principal;
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

const PEOPLE_ROLES: readonly string[] = ROLES.filter((role) => role !== 'screen' && role !== 'source');

function isRole(text: string): text is PersonRole {
  return PEOPLE_ROLES.includes(text);
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
