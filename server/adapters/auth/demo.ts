import type pg from 'pg';
import type { PlaceScope, Role } from '#domain/account/role.ts';
import type { Auth } from './auth.ts';
import { derivedKey, keepIngestKey, keepScreenKey, revokeKeys } from './keys.ts';

/** The one password of all demo accounts; printed at start, and of use only while the demo is on. */
export const DEMO_PASSWORD = 'citywall-demo';
export const DEMO_WALL = 'main';
const demoScreens = ['1', '2', '3', '4', '5', '6'];

export type DemoAccount = { username: string; name: string; role: Role; scope: PlaceScope };

/** What the demo lets in: printed at start, and given to the simulator. */
export type DemoAccess = {
  accounts: DemoAccount[];
  password: string;
  /** Key of the simulator's source. */
  ingestKey: string;
  /** Key of a screen of the demo's wall; null for any other. */
  screenKey(wall: string, screen: string): string | null;
};

export type DemoOptions = {
  auth: Auth;
  pool: pg.Pool;
  secret: string;
  city: PlaceScope;
  district: { code: PlaceScope; nameZh: string; username: string };
  /** The source that the simulator sends as; it must be stored already. */
  sourceId: string;
};

/**
 * Opens the demo: accounts for every post, the simulator's ingest key, and keys for the wall's six screens. Safe to
 * repeat. Keys follow from the secret, so they are the same at every start and nothing but their hashes is stored.
 */
export async function openDemo(options: DemoOptions): Promise<DemoAccess> {
  const { auth, pool, secret, city, sourceId } = options;
  const accounts = demoAccounts(options);
  const made: string[] = [];
  for (const account of accounts) {
    const fresh = await auth.createAccount({ ...account, password: DEMO_PASSWORD, department: null, demo: true });
    if (!fresh) made.push(account.username);
  }
  // Only the demo's own: an account that somebody made under such a name stays as it is.
  await pool.query('UPDATE account SET disabled = FALSE WHERE demo AND disabled AND username = ANY($1)', [made]);
  const ingestKey = derivedKey('source', secret, sourceId);
  await keepIngestKey(pool, { id: `${sourceId}-demo`, sourceId, key: ingestKey, scope: city });
  for (const name of demoScreens) {
    const key = demoScreenKey(secret, name);
    await keepScreenKey(pool, { wall: DEMO_WALL, name, key, scope: city });
  }
  return {
    accounts,
    password: DEMO_PASSWORD,
    ingestKey,
    screenKey: (wall, screen) =>
      wall === DEMO_WALL && demoScreens.includes(screen) ? demoScreenKey(secret, screen) : null,
  };
}

/** Closes what a demo before may have opened: its accounts are disabled and signed out, its keys revoked. */
export async function closeDemo({
  auth,
  pool,
  secret,
  sourceId,
}: Omit<DemoOptions, 'city' | 'district'>): Promise<void> {
  const { rows } = await pool.query<{ username: string }>('SELECT username FROM account WHERE demo AND NOT disabled');
  if (rows.length > 0)
    await auth.setDisabled(
      rows.map(({ username }) => username),
      true,
    );
  const keys = [derivedKey('source', secret, sourceId), ...demoScreens.map((name) => demoScreenKey(secret, name))];
  await revokeKeys(pool, keys);
}

function demoScreenKey(secret: string, name: string): string {
  return derivedKey('screen', secret, `${DEMO_WALL}/${name}`);
}

function demoAccounts({ city, district }: Pick<DemoOptions, 'city' | 'district'>): DemoAccount[] {
  return [
    { username: 'duty', name: '值班长', role: 'duty-officer', scope: city },
    { username: 'dispatch', name: '派遣员', role: 'dispatcher', scope: city },
    { username: 'operator', name: '受理员', role: 'operator', scope: city },
    { username: district.username, name: `${district.nameZh}派遣员`, role: 'dispatcher', scope: district.code },
    { username: 'leader', name: '领导', role: 'leader', scope: city },
    { username: 'admin', name: '管理员', role: 'administrator', scope: city },
  ];
}
