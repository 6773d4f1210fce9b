import type { IncomingMessage } from 'node:http';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { postOf } from '#domain/account/post.ts';
import { answeredKinds } from '#domain/case/policy.ts';
import type { FirstResult, SignInResult } from '#application/http-port.ts';
import type { PasswordFault } from '#domain/account/password.ts';
import type { accountOperations } from '#wire/http/operations/account.ts';
import { audit } from '../audit.ts';
import { webHeaders, type Handlers, type HttpParts } from '../handler.ts';
import { ownOrigin } from '../origin.ts';
import { ProblemError } from '../problem-error.ts';

/** Signing in and out, and who one is. Only these paths of the sign-in library are reachable. */
export function accountHandlers(parts: HttpParts): Pick<Handlers, keyof typeof accountOperations> {
  const { identity, limits, signIn } = parts;
  const hand = (request: IncomingMessage, address: string, path: string, body: object): Promise<Response> => {
    const headers = new Headers({ 'content-type': 'application/json', 'x-citywall-address': address });
    const origin = ownOrigin(request, parts.origin);
    headers.set('origin', origin);
    if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
    if (request.headers['user-agent'] !== undefined) headers.set('user-agent', request.headers['user-agent']);
    return signIn.handle(new Request(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  };
  return {
    async signIn({ body: { username, password, code, newPassword, newBackupCodes }, address, request }) {
      await limits.signIn.take(address);
      const userAgent = request.headers['user-agent'] ?? '';
      const given = { username, password, code, newPassword, newBackupCodes, address, userAgent };
      const result = await signIn.signIn(given);
      if (!result.done) {
        if (!isStep(result)) await audit(parts, { name: username }, address, refused(result.why, username));
        throw refusalOf(result);
      }
      const cookies = result.setCookies;
      const principal = await identity.principalOf(new Headers({ cookie: cookies.map(pairOf).join('; ') }));
      const name = principal?.name ?? username;
      const { backupCodes, backupCodesLeft: left } = result;
      const detail: AuditLine['detail'] = left === undefined ? {} : { by: 'backup-code', left };
      const line = { act: 'sign-in', subject: username, result: 'done', detail } as const;
      await audit(parts, principal ?? { name }, address, line);
      if (newPassword !== undefined && principal !== null) {
        await audit(parts, principal, address, { act: 'password', subject: username, result: 'done', detail: {} });
      }
      if (backupCodes === undefined) return { answer: { user: { username, name } }, cookies };
      const made = { act: 'backup-codes', subject: username, result: 'done', detail: {} } as const;
      await audit(parts, principal ?? { name }, address, made);
      return { answer: { user: { username, name }, backupCodes }, cookies };
    },
    async makeFirstAdministrator({ body, address }) {
      await limits.signIn.take(address);
      const result = await signIn.makeFirst(body);
      const { name, username } = body;
      const role = 'security-administrator';
      const line = { act: 'account.first', subject: username, detail: { name, role } } as const;
      const outcome = result.done ? ({ result: 'done' } as const) : ({ result: 'refused' } as const);
      await audit(parts, { name }, address, { ...line, ...outcome });
      if (!result.done) throw notFirst(result);
      return { answer: { username } };
    },
    async signOut({ request, address }) {
      const principal = await identity.principalOf(webHeaders(request));
      const response = await hand(request, address, '/api/auth/sign-out', {});
      if (principal?.kind === 'person') {
        await audit(parts, principal, address, { act: 'sign-out', subject: principal.id, result: 'done', detail: {} });
      }
      return { answer: { success: response.ok }, cookies: response.headers.getSetCookie() };
    },
    async changePassword({ principal, body, request, address }) {
      const fault = signIn.faultOfPassword(body.newPassword, principal.name);
      if (fault !== null)
        throw new ProblemError('bad-argument', FAULTS[fault], { at: { field: 'newPassword' }, fault });
      const wanted = { ...body, revokeOtherSessions: true };
      const response = await hand(request, address, '/api/auth/change-password', wanted);
      const result = response.ok ? 'done' : 'refused';
      await audit(parts, principal, address, { act: 'password', subject: principal.id, result, detail: {} });
      if (!response.ok) throw new ProblemError('bad-argument', 'the current password is wrong or the new one too weak');
      return { answer: { changed: true }, cookies: response.headers.getSetCookie() };
    },
    async getMe({ principal }) {
      const { kind, id, name, role, scope, department } = principal;
      const answers = answeredKinds(postOf(principal), parts.port.rules.current());
      return { answer: { kind, id, name, role, scope, department, answers } };
    },
  };
}

function refused(why: string, username: string) {
  return { act: 'sign-in', subject: username, result: 'refused', detail: { why } } as const;
}

type NotDone = Extract<SignInResult, { done: false }>;

/** Right so far: the same call comes again with what is still missing. */
function isStep({ why, ...more }: NotDone): boolean {
  return why === 'code' || why === 'set-up' || (why === 'new-password' && 'fault' in more && more.fault === null);
}

/** What is wrong with a password, for people. */
const FAULTS: Record<PasswordFault | 'same', string> = {
  short: 'the new password is too short',
  long: 'the new password is too long',
  name: 'the new password is little more than the user name',
  repeats: 'the new password has too few different signs',
  common: 'the new password is one that is guessed first',
  same: 'the new password is the old one',
};

function refusalOf(result: NotDone): ProblemError {
  switch (result.why) {
    case 'wrong':
      return new ProblemError('not-signed-in', 'the user name or the password is wrong');
    case 'wrong-code':
      return new ProblemError('not-signed-in', 'the code is wrong or no longer good', { needs: 'code' });
    case 'disabled':
      return new ProblemError('not-allowed', 'this account is disabled');
    case 'code':
      return new ProblemError('more-needed', 'the code of the authenticator app is needed', { needs: 'code' });
    case 'set-up': {
      const { totpUri } = result;
      const said = 'set an authenticator app up with this address, and send its code';
      return new ProblemError('more-needed', said, { needs: 'set-up', totpUri });
    }
    case 'new-password': {
      const { fault, least } = result;
      const said = fault === null ? 'the password was given by somebody else: choose one of your own' : FAULTS[fault];
      return new ProblemError('more-needed', said, { needs: 'new-password', least, ...(fault !== null && { fault }) });
    }
    case 'locked': {
      const seconds = Math.max(1, Math.ceil((result.until - Date.now()) / 1000));
      const said = `too many wrong tries: locked for ${seconds} s`;
      return new ProblemError('too-many-requests', said, {}, seconds);
    }
  }
}

function notFirst(result: Extract<FirstResult, { done: false }>): ProblemError {
  switch (result.why) {
    case 'kept':
      return new ProblemError('not-allowed', 'somebody keeps accounts already: ask a security administrator');
    case 'code':
      return new ProblemError('not-allowed', 'this code is none, or too old: start the server again for another');
    case 'password': {
      const { fault, least } = result;
      return new ProblemError('bad-argument', FAULTS[fault], { at: { field: 'password' }, fault, least });
    }
    case 'username':
    case 'taken':
      return new ProblemError('bad-argument', 'this user name is taken or none', { at: { field: 'username' } });
  }
}

/** `name=value` of a Set-Cookie header. */
function pairOf(cookie: string): string {
  return cookie.split(';', 1)[0] ?? '';
}
