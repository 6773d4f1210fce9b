import { createHash, randomInt } from 'node:crypto';
import type pg from 'pg';

/** Letters that are not taken for one another (Crockford's base 32): five bits each. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 120 bits: more than can be tried, so a plain hash keeps them. */
const LENGTH = 24;
const GROUP = 4;
const HOW_MANY = 8;

/** Codes for when the authenticator app is lost, as they are shown: `k3x9-…` in six groups. */
export function newBackupCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const code = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
    return code.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'gu'), '$1-');
  });
}

/** What is stored of a code, and what the sign-in library compares: so nobody who reads the store can use it. */
export function hashBackupCode(typed: string): string {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/gu, '').replaceAll('o', '0').replaceAll(/[il]/gu, '1');
  return createHash('sha256').update(`citywall backup code ${plain}`).digest('hex');
}

/** Whether something typed is such a code and no code of an app, which has six digits. */
export function isBackupCode(typed: string): boolean {
  return typed.replaceAll(/[\s-]/gu, '').length === LENGTH;
}

/** Gives an account new ones; those it had are no longer good. */
export async function replaceBackupCodes(pool: pg.Pool, accountId: string): Promise<string[]> {
  const codes = newBackupCodes();
  await pool.query('UPDATE two_factor SET backup_codes = $2 WHERE account_id = $1', [
    accountId,
    JSON.stringify(codes.map(hashBackupCode)),
  ]);
  return codes;
}

/** How many are left to an account. */
export async function backupCodesLeft(pool: pg.Pool, accountId: string): Promise<number> {
  const { rows } = await pool.query<{ codes: string }>(
    'SELECT backup_codes AS codes FROM two_factor WHERE account_id = $1',
    [accountId],
  );
  return (JSON.parse(rows[0]?.codes ?? '[]') as unknown[]).length;
}
