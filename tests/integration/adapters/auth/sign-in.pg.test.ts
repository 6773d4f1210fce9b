import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#adapters/auth/auth.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import type { SignInGiven } from '#application/http-port.ts';
import { USUAL_RULES, type SignInRules } from '#domain/account/sign-in-rules.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

const secret = 'a secret of the tests that is long enough';
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const PASSWORD = 'heping-luffa-77';
const rules: SignInRules = { ...USUAL_RULES, password: { least: 12, refuseCommon: true }, totp: 'privileged' };

let database: TestDatabase;
let pool: pg.Pool;
let auth: Auth;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 4 });
  auth = createAuth({ pool, secret, publicUrl: null, rules, log: quiet });
  const at = { scope: '120000', department: null, password: PASSWORD } as const;
  await auth.createAccount({ ...at, username: 'duty', name: '值班长', role: 'duty-officer' });
  await auth.createAccount({ ...at, username: 'chief', name: '审计员', role: 'auditor' });
  await auth.createAccount({ ...at, username: 'given', name: '新人', role: 'operator', givenPassword: true });
});
beforeEach(() => pool.query('DELETE FROM sign_in_failure'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const signIn = (username: string, password = PASSWORD, more: Partial<SignInGiven> = {}) =>
  auth.signIn({ username, password, address: '10.0.0.9', userAgent: 'a test', ...more });
const who = (setCookies: readonly string[]) =>
  auth.principalOf(new Headers({ cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') }));
const sessions = async (): Promise<number> =>
  Number((await pool.query<{ count: string }>('SELECT count(*) FROM session')).rows[0]?.count);

/** The code that an authenticator app shows (RFC 6238: SHA-1, 30 s, 6 digits). */
function codeOf(totpUri: string, now = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const text = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('signing in', () => {
  it('opens a session with the right password', async () => {
    const result = await signIn('DUTY');
    expect(result.done && (await who(result.setCookies))).toMatchObject({ name: '值班长', role: 'duty-officer' });
    const { rows } = await pool.query(`SELECT signed_in_at IS NOT NULL AS signed FROM account WHERE username = 'duty'`);
    expect(rows).toEqual([{ signed: true }]);
  });

  it('is locked after five wrong tries, for the account from everywhere, and unlocked', async () => {
    for (let attempt = 1; attempt < 5; attempt++) {
      expect(await signIn('duty', 'wrong', { address: `10.0.0.${attempt}` })).toEqual({ done: false, why: 'wrong' });
    }
    expect(await signIn('duty', 'wrong')).toMatchObject({ why: 'locked' });
    const locked = await signIn('duty', PASSWORD, { address: '10.0.9.9' });
    expect(locked).toMatchObject({ why: 'locked' });
    expect('until' in locked && locked.until - Date.now()).toBeGreaterThan(14 * 60_000);
    // Nobody learns by it which names there are.
    for (let attempt = 1; attempt < 5; attempt++) await signIn('nobody', 'wrong');
    expect(await signIn('nobody', 'wrong')).toMatchObject({ why: 'locked' });
    expect((await signIn('chief', 'wrong')).done).toBe(false);
    await auth.accounts.clearTries('duty');
    expect((await signIn('duty')).done).toBe(true);
  });

  it('is locked for an address that tries many names, and for no other', async () => {
    const results = [];
    for (let name = 0; name < 30; name++) results.push(await signIn(`guess-${name}`, 'wrong', { address: '10.9.9.9' }));
    expect(results.at(-1)).toMatchObject({ why: 'locked' });
    expect(await signIn('duty', PASSWORD, { address: '10.9.9.9' })).toMatchObject({ why: 'locked' });
    expect((await signIn('duty')).done).toBe(true);
  });

  it('counts tries that come at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => signIn('duty', 'wrong')));
    const { rows } = await pool.query(`SELECT failures FROM sign_in_failure WHERE key = 'account duty'`);
    expect(rows).toEqual([{ failures: 5 }]);
  });

  it('asks for a password of one’s own where somebody gave it, and opens nothing before', async () => {
    const before = await sessions();
    expect(await signIn('given')).toEqual({ done: false, why: 'new-password', fault: null, least: 12 });
    for (const [newPassword, fault] of [
      ['short', 'short'],
      ['Password1234', 'common'],
      [PASSWORD, 'same'],
    ] as const) {
      expect(await signIn('given', PASSWORD, { newPassword })).toMatchObject({ why: 'new-password', fault });
    }
    expect(await sessions()).toBe(before);
    const result = await signIn('given', PASSWORD, { newPassword: 'three wet ducks sing' });
    expect(result.done && (await who(result.setCookies))).toMatchObject({ role: 'operator' });
    expect(await signIn('given')).toMatchObject({ why: 'wrong' });
    expect((await signIn('given', 'three wet ducks sing')).done).toBe(true);
  });

  it('of those who run the platform needs an authenticator app, set up at the first time', async () => {
    const before = await sessions();
    const first = await signIn('chief');
    expect(first).toMatchObject({ why: 'set-up' });
    const uri = 'totpUri' in first ? first.totpUri : '';
    expect(uri).toMatch(/^otpauth:\/\/totp\/Citywall:chief\?/);
    expect(await signIn('chief', PASSWORD, { code: '000000' })).toEqual({ done: false, why: 'wrong-code' });
    expect(await sessions()).toBe(before);
    const set = await signIn('chief', PASSWORD, { code: codeOf(uri) });
    expect(set.done && (await who(set.setCookies))).toMatchObject({ role: 'auditor' });
    expect(await signIn('chief')).toEqual({ done: false, why: 'code' });
    expect(await signIn('chief', PASSWORD, { code: '000000' })).toEqual({ done: false, why: 'wrong-code' });
    const again = await signIn('chief', PASSWORD, { code: codeOf(uri) });
    expect(again.done && (await who(again.setCookies))).toMatchObject({ role: 'auditor' });
    const [account] = (
      await auth.accounts.list('120000', { text: 'chief', role: null, state: null }, { after: null, limit: 1 })
    ).accounts;
    expect(account).toMatchObject({ hasCode: true });
    await auth.accounts.forgetCode(account?.id ?? '');
    expect(await signIn('chief')).toMatchObject({ why: 'set-up' });
  });

  it('goes on with a backup code where the app is lost, once each, and nothing stored is one', async () => {
    await auth.createAccount({
      ...{ username: 'system', name: '系统管理员', role: 'administrator', password: PASSWORD },
      ...{ scope: '120000', department: null },
    });
    const first = await signIn('system');
    const uri = 'totpUri' in first ? first.totpUri : '';
    const set = await signIn('system', PASSWORD, { code: codeOf(uri) });
    const codes = (set.done && set.backupCodes) || [];
    expect(new Set(codes).size).toBe(8);
    for (const code of codes) expect(code).toMatch(/^(?:[0-9a-z]{4}-){5}[0-9a-z]{4}$/);
    const { rows } = await pool.query<{ stored: string }>('SELECT backup_codes AS stored FROM two_factor');
    for (const code of codes) expect(rows.map(({ stored }) => stored).join()).not.toContain(code.slice(0, 9));

    const [one = '', two = '', three = ''] = codes;
    const typed = one.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O');
    const used = await signIn('system', PASSWORD, { code: typed });
    expect(used).toMatchObject({ done: true, backupCodesLeft: 7 });
    expect(used.done && (await who(used.setCookies))).toMatchObject({ role: 'administrator' });
    expect(await signIn('system', PASSWORD, { code: one })).toEqual({ done: false, why: 'wrong-code' });
    // Used twice at once it opens once.
    const both = await Promise.all([1, 2].map(() => signIn('system', PASSWORD, { code: two })));
    expect(both.filter(({ done }) => done)).toHaveLength(1);
    // What the store holds of a code opens nothing, and neither does the code alone.
    const [hash = ''] = JSON.parse(rows.at(-1)?.stored ?? '[]') as string[];
    expect(await signIn('system', PASSWORD, { code: hash })).toEqual({ done: false, why: 'wrong-code' });
    expect(await signIn('system', 'another-luffa-99', { code: three })).toEqual({ done: false, why: 'wrong' });

    expect(await signIn('system', PASSWORD, { code: codeOf(uri) })).not.toHaveProperty('backupCodes');
    const again = await signIn('system', PASSWORD, { code: codeOf(uri), newBackupCodes: true });
    expect(again.done && again.backupCodes).toHaveLength(8);
    expect(await signIn('system', PASSWORD, { code: three })).toEqual({ done: false, why: 'wrong-code' });
    // With a backup code nobody makes more of them: it is the app that is lost.
    const [next = ''] = (again.done && again.backupCodes) || [];
    expect(await signIn('system', PASSWORD, { code: next, newBackupCodes: true })).not.toHaveProperty('backupCodes');
  });

  it('ends after so long without a request', async () => {
    const idle = createAuth({ pool, secret, publicUrl: null, rules: { ...rules, idleMs: 60 * 60_000 }, log: quiet });
    const result = await signIn('duty');
    const headers = new Headers({
      cookie: result.done ? result.setCookies.map((one) => one.split(';')[0]).join('; ') : '',
    });
    expect(await idle.principalOf(headers)).not.toBeNull();
    await pool.query(`UPDATE session SET created_at = now() - interval '50 minutes'`);
    expect(await idle.principalOf(headers)).not.toBeNull();
    await pool.query(`UPDATE session SET created_at = now() - interval '3 hours'`);
    // It was used a moment ago.
    expect(await idle.principalOf(headers)).not.toBeNull();
    const person = (await idle.principalOf(headers))!;
    expect(await idle.holds(headers, person)).toBe(true);
    expect(await idle.holds(headers, { ...person, role: 'leader' })).toBe(false);
    expect(await idle.holds(headers, { ...person, scope: '120101' })).toBe(true);
    await pool.query(`UPDATE session SET seen_at = now() - interval '61 minutes'`);
    // Whoever watches goes on seeing; an act is a request, and needs a session in use.
    expect(await idle.holds(headers, person)).toBe(true);
    expect(await idle.principalOf(headers)).toBeNull();
    expect(await sessions()).toBeGreaterThanOrEqual(0);
    expect(await auth.principalOf(headers)).toBeNull();
  });
});

describe('the first who keeps accounts', () => {
  const given = { username: 'keeper', name: '安全管理员', password: 'three wet ducks sing' };

  it('comes in by a code that a start printed, once', async () => {
    await pool.query(
      `INSERT INTO place (code, level, name_zh, name_en, approximate, area_m2, lon, lat, valid_from) VALUES ('120000', 'city', '天津', 'Tianjin', FALSE, 1, 117, 39, now())`,
    );
    const [code, other] = [await auth.offerFirst(), await auth.offerFirst()];
    expect(code).toMatch(/^[\w-]{20}$/);
    expect(await auth.makeFirst({ ...given, code: 'guessed' })).toEqual({ done: false, why: 'code' });
    expect(await auth.makeFirst({ ...given, code: code ?? '', password: 'Password1234' })).toMatchObject({
      fault: 'common',
    });
    expect(await auth.makeFirst({ ...given, code: code ?? '', username: 'a b' })).toMatchObject({ why: 'username' });
    expect(await auth.makeFirst({ ...given, code: code ?? '' })).toMatchObject({ done: true, scope: '120000' });
    expect(await auth.makeFirst({ ...given, username: 'second', code: other ?? '' })).toMatchObject({ why: 'kept' });
    expect(await auth.offerFirst()).toBeNull();
    expect(await signIn('keeper', given.password)).toMatchObject({ why: 'set-up' });
  });

  it('is asked for again where nobody is left, and an old code opens nothing', async () => {
    await pool.query(`UPDATE account SET disabled = TRUE WHERE username = 'keeper'`);
    const code = (await auth.offerFirst()) ?? '';
    await pool.query(`UPDATE verification SET expires_at = now() - interval '1 second'`);
    expect(await auth.makeFirst({ ...given, username: 'third', code })).toMatchObject({ why: 'code' });
  });
});
