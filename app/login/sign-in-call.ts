import type { Problem } from '#wire/http/problem.ts';
import { MAY } from '#client/frame/ways.ts';
import { readMe } from '#client/desk/api.ts';

/** What was typed so far. */
export type Typed = {
  username: string;
  password: string;
  code?: string;
  newPassword?: string;
  newBackupCodes?: boolean;
};

/** Why signing in went no further. `minutes` until one may try again; `fault` is what is wrong with a new password. */
export type Refusal =
  | { why: 'wrong' | 'wrongCode' | 'disabled' | 'away' }
  | { why: 'tooMany'; minutes: number }
  | { why: 'fault'; fault: NonNullable<Problem['fault']>; least: number };

/** What else is needed: a code, an authenticator app to be set up with its first code, a password of one's own. */
export type Needed = { kind: 'code' } | { kind: 'set-up'; totpUri: string } | { kind: 'new-password' };

/** `codes`: signed in, with backup codes that were made now and are shown this one time. */
export type Answer =
  | 'done'
  | { codes: readonly string[] }
  | { needed: Needed; refusal: Refusal | null }
  | { needed: null; refusal: Refusal };

/** Asks to be signed in. Never throws. */
export async function signIn(typed: Typed): Promise<Answer> {
  try {
    const answer = await fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typed),
    });
    return answer.ok ? await readDone(answer) : await readRefusal(answer);
  } catch (error) {
    console.info('the server cannot be reached', error);
    return { needed: null, refusal: { why: 'away' } };
  }
}

async function readDone(answer: Response): Promise<Answer> {
  const { backupCodes } = (await answer.json()) as { backupCodes?: string[] };
  return backupCodes === undefined ? 'done' : { codes: backupCodes };
}

async function readRefusal(answer: Response): Promise<Extract<Answer, { needed: unknown }>> {
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after') ?? 0);
    return { needed: null, refusal: { why: 'tooMany', minutes: Math.max(1, Math.ceil(seconds / 60)) } };
  }
  if (answer.status >= 500) return { needed: null, refusal: { why: 'away' } };
  const { needs, totpUri, fault, least = 0, code } = (await answer.json()) as Problem;
  if (code === 'not-allowed') return { needed: null, refusal: { why: 'disabled' } };
  if (needs === 'set-up' && totpUri !== undefined) return { needed: { kind: 'set-up', totpUri }, refusal: null };
  if (needs === 'new-password') {
    return { needed: { kind: needs }, refusal: fault === undefined ? null : { why: 'fault', fault, least } };
  }
  if (needs === 'code')
    return { needed: { kind: 'code' }, refusal: code === 'more-needed' ? null : { why: 'wrongCode' } };
  return { needed: null, refusal: { why: 'wrong' } };
}

/** Where somebody works who came for no page in particular: those who run the platform in its administration. */
export async function ownPage(): Promise<string> {
  try {
    const { role } = await readMe();
    return role !== 'administrator' && MAY.desk.includes(role) ? '/desk' : '/admin';
  } catch (error) {
    console.info('who signed in could not be asked', error);
    return '/desk';
  }
}
