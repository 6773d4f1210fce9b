import type pg from 'pg';
import type { SignInResult, SignInGiven } from '#application/http-port.ts';
import { faultOfPassword } from '#domain/account/password.ts';
import type { Role } from '#domain/account/role.ts';
import { needsCode, type SignInRules } from '#domain/account/sign-in-rules.ts';
import { backupCodesLeft, hashBackupCode, isBackupCode, replaceBackupCodes } from './backup-codes.ts';
import { LIBRARY_ORIGIN, type Library } from './library.ts';
import type { LockOut } from './lock-out.ts';

type Parts = { library: Library; pool: pg.Pool; rules: SignInRules; lockOut: LockOut };
type Account = { id: string; role: Role; disabled: boolean; givenPassword: boolean; hasCode: boolean };

/**
 * Signs somebody in: the password, then what else the account needs — a code of its authenticator app, such an app to be
 * set up, or a password of its own instead of one that somebody gave it. What is missing is said and nothing is opened;
 * asked again with it, the same call goes through.
 */
export async function signIn(parts: Parts, given: SignInGiven): Promise<SignInResult> {
  const { pool, lockOut } = parts;
  const { username, address } = given;
  const locked = await lockOut.lockedUntil(given);
  if (locked !== null) return { done: false, why: 'locked', until: locked };
  const first = await call(parts.library, given, '/sign-in/username', { username, password: given.password });
  if (first.status === 403) return { done: false, why: 'disabled' };
  if (first.status >= 500) throw new Error(`the sign-in library answered ${first.status}`);
  if (!first.ok) {
    const until = await lockOut.failed({ username, address });
    return until === null ? { done: false, why: 'wrong' } : { done: false, why: 'locked', until };
  }
  const account = await readAccount(pool, username);
  if (account === null) return { done: false, why: 'wrong' };
  const coded = await withCode(parts, given, account, cookiesOf(first));
  if ('done' in coded) return coded;
  if (account.givenPassword) {
    const refused = await takeOwnPassword(parts, given, account, coded.cookies);
    if (refused !== null) return refused;
  }
  await lockOut.clear(username);
  await pool.query('UPDATE account SET signed_in_at = now() WHERE id = $1', [account.id]);
  const { setCookies } = coded;
  const left = coded.byBackupCode ? { backupCodesLeft: await backupCodesLeft(pool, account.id) } : {};
  // An app that was set up just now comes with codes for when it is lost.
  const wanted = coded.byApp && (!account.hasCode || given.newBackupCodes === true);
  const made = wanted ? { backupCodes: await replaceBackupCodes(pool, account.id) } : {};
  return { done: true, setCookies, ...left, ...made };
}

type Coded = { cookies: string; setCookies: string[]; byApp?: true; byBackupCode?: true };

/** The second step, where the account has one or needs one. `cookies` are what the password opened. */
async function withCode(
  { library, pool, rules, lockOut }: Parts,
  given: SignInGiven,
  account: Account,
  opened: Coded,
): Promise<Coded | Extract<SignInResult, { done: false }>> {
  const { username, address, password, code } = given;
  if (!account.hasCode && !needsCode(account.role, rules.totp)) return opened;
  if (code === undefined) {
    if (account.hasCode) return { done: false, why: 'code' };
    const enabled = await call(library, given, '/two-factor/enable', { password }, opened.cookies);
    const { totpURI } = (await enabled.json()) as { totpURI?: string };
    await endSession(pool, account.id, opened.cookies);
    if (totpURI === undefined) throw new Error(`the sign-in library answered ${enabled.status} to a second step`);
    return { done: false, why: 'set-up', totpUri: named(totpURI, username) };
  }
  const byBackupCode = account.hasCode && isBackupCode(code);
  const verified = byBackupCode
    ? await call(library, given, '/two-factor/verify-backup-code', { code: hashBackupCode(code) }, opened.cookies)
    : await call(library, given, '/two-factor/verify-totp', { code }, opened.cookies);
  if (verified.ok) return { ...cookiesOf(verified), ...(byBackupCode ? { byBackupCode } : { byApp: true }) };
  await endSession(pool, account.id, opened.cookies);
  const until = await lockOut.failed({ username, address });
  return until === null ? { done: false, why: 'wrong-code' } : { done: false, why: 'locked', until };
}

/** A password that somebody else gave opens nothing but the way to one of one's own. */
async function takeOwnPassword(
  { library, pool, rules }: Parts,
  given: SignInGiven,
  account: Account,
  cookies: string,
): Promise<Extract<SignInResult, { done: false }> | null> {
  const { username, password, newPassword } = given;
  const fault =
    newPassword === undefined
      ? null
      : newPassword === password
        ? 'same'
        : faultOfPassword(newPassword, username, rules.password);
  if (newPassword === undefined || fault !== null) {
    await endSession(pool, account.id, cookies);
    return { done: false, why: 'new-password', fault, least: rules.password.least };
  }
  const { password: hasher } = await library.$context;
  await pool.query(
    `WITH own AS (UPDATE account SET given_password = FALSE, updated_at = now() WHERE id = $1)
     UPDATE credential SET password = $2, updated_at = now() WHERE account_id = $1 AND provider_id = 'credential'`,
    [account.id, await hasher.hash(newPassword)],
  );
  return null;
}

async function readAccount(pool: pg.Pool, username: string): Promise<Account | null> {
  const { rows } = await pool.query<Account>(
    `SELECT id, role, disabled, given_password AS "givenPassword", two_factor_enabled AS "hasCode"
       FROM account WHERE username = $1`,
    [username.toLowerCase()],
  );
  return rows[0] ?? null;
}

/** Ends the session that a password opened, where something else was missing. */
async function endSession(pool: pg.Pool, accountId: string, cookies: string): Promise<void> {
  const token = /citywall\.session_token=([^.;]+)/u.exec(cookies)?.[1];
  if (token === undefined) return;
  await pool.query('DELETE FROM session WHERE account_id = $1 AND token = $2', [accountId, decodeURIComponent(token)]);
}

function call(library: Library, given: SignInGiven, path: string, body: object, cookies = ''): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', origin: LIBRARY_ORIGIN });
  headers.set('x-citywall-address', given.address);
  if (given.userAgent !== '') headers.set('user-agent', given.userAgent);
  if (cookies !== '') headers.set('cookie', cookies);
  const url = `${LIBRARY_ORIGIN}/api/auth${path}`;
  return library.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

function cookiesOf(response: Response): Coded {
  const setCookies = response.headers.getSetCookie();
  return { setCookies, cookies: setCookies.map((cookie) => cookie.split(';', 1)[0] ?? '').join('; ') };
}

/** An authenticator app shows whose code it is: the user name, not the library's address. */
function named(totpUri: string, username: string): string {
  return totpUri.replace(/^otpauth:\/\/totp\/[^?]*/u, `otpauth://totp/Citywall:${encodeURIComponent(username)}`);
}
