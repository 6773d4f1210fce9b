import type pg from 'pg';
import type { PersonRole } from '#application/account/account-port.ts';
import type { PlaceScope } from '#domain/account/role.ts';
import type { Auth } from './auth.ts';
import { derivedKey, keepDemoScreenKey, keepIngestKey, revokeKeys } from './keys.ts';

/** The one password of all demo accounts; printed at start, and of use only while the demo is on. */
export const DEMO_PASSWORD = 'citywall-demo';
/** The demo's walls: one that fits any window, one of six screens that are one picture. */
const demoWalls = ['main', 'hall'];
const demoScreens = ['1', '2', '3', '4', '5', '6'];

export type DemoAccount = {
  username: string;
  name: string;
  role: PersonRole;
  scope: PlaceScope;
  /** The department whose cases it works on; null for every post but a department's. */
  department: string | null;
};

/** What the demo lets in: printed at start, and given to the simulator. */
export type DemoAccess = {
  accounts: DemoAccount[];
  password: string;
  /** Key of the simulator's source. */
  ingestKey: string;
  /** Key of a screen of the demo's walls; null for any other. */
  screenKey(wall: string, screen: string): string | null;
};

export type DemoOptions = {
  auth: Auth;
  pool: pg.Pool;
  secret: string;
  city: PlaceScope;
  district: { code: PlaceScope; nameZh: string; username: string };
  /** A department of that district with an account of its own; null opens none. */
  department: { code: string; nameZh: string } | null;
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
    const fresh = await auth.createAccount({ ...account, password: DEMO_PASSWORD, demo: true });
    if (!fresh) made.push(account.username);
  }
  // Only the demo's own: an account that somebody made under such a name stays as it is.
  await pool.query('UPDATE account SET disabled = FALSE WHERE demo AND disabled AND username = ANY($1)', [made]);
  const ingestKey = derivedKey('source', secret, sourceId);
  await keepIngestKey(pool, { id: `${sourceId}-demo`, sourceId, key: ingestKey, scope: city });
  for (const { wall, name } of screensOfDemo()) {
    await keepDemoScreenKey(pool, { wall, name, key: demoScreenKey(secret, wall, name), scope: city });
  }
  return {
    accounts,
    password: DEMO_PASSWORD,
    ingestKey,
    screenKey: (wall, screen) =>
      demoWalls.includes(wall) && demoScreens.includes(screen) ? demoScreenKey(secret, wall, screen) : null,
  };
}

/** Closes what a demo before may have opened: its accounts are disabled and signed out, its keys revoked. */
export async function closeDemo({
  auth,
  pool,
  secret,
  sourceId,
}: Omit<DemoOptions, 'city' | 'district' | 'department'>): Promise<void> {
  const { rows } = await pool.query<{ username: string }>('SELECT username FROM account WHERE demo AND NOT disabled');
  if (rows.length > 0)
    await auth.setDisabled(
      rows.map(({ username }) => username),
      true,
    );
  const keys = [
    derivedKey('source', secret, sourceId),
    ...screensOfDemo().map(({ wall, name }) => demoScreenKey(secret, wall, name)),
  ];
  await revokeKeys(pool, keys);
}

function screensOfDemo(): { wall: string; name: string }[] {
  return demoWalls.flatMap((wall) => demoScreens.map((name) => ({ wall, name })));
}

function demoScreenKey(secret: string, wall: string, name: string): string {
  return derivedKey('screen', secret, `${wall}/${name}`);
}

function demoAccounts(options: Pick<DemoOptions, 'city' | 'district' | 'department'>): DemoAccount[] {
  const { city, district, department } = options;
  const account = (username: string, name: string, role: PersonRole, scope: PlaceScope): DemoAccount => {
    return { username, name, role, scope, department: null };
  };
  return [
    account('duty', '值班长', 'duty-officer', city),
    account('dispatch', '派遣员', 'dispatcher', city),
    account('operator', '受理员', 'operator', city),
    account(district.username, `${district.nameZh}派遣员`, 'dispatcher', district.code),
    ...(department === null
      ? []
      : [{ ...account('department', department.nameZh, 'department', district.code), department: department.code }]),
    account('collector', `${district.nameZh}监督员`, 'collector', district.code),
    account('leader', '领导', 'leader', city),
    account('admin', '系统管理员', 'administrator', city),
    account('security', '安全管理员', 'security-administrator', city),
    account('auditor', '审计员', 'auditor', city),
  ];
}
