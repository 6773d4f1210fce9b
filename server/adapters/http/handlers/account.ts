import type { IncomingMessage } from 'node:http';
import { postOf } from '#domain/account/post.ts';
import { answeredKinds } from '#domain/case/policy.ts';
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
    async signIn({ body, address, request }) {
      const account = `${body.username.toLowerCase()}|${address}`;
      await limits.signIn.take(address);
      await limits.account.check(account);
      const response = await hand(request, address, '/api/auth/sign-in/username', body);
      if (!response.ok) {
        await audit(parts, { name: body.username }, address, refused(response.status, body.username));
        if (response.status >= 500)
          throw new ProblemError('store-unavailable', 'signing in is not possible now', {}, 2);
        await limits.account.take(account);
        throw new ProblemError('not-signed-in', 'the user name or the password is wrong');
      }
      await limits.account.clear(account);
      const cookies = response.headers.getSetCookie();
      const principal = await identity.principalOf(new Headers({ cookie: cookies.map(pairOf).join('; ') }));
      const name = principal?.name ?? body.username;
      const line = { act: 'sign-in', subject: body.username, result: 'done', detail: {} } as const;
      await audit(parts, principal ?? { name }, address, line);
      return { answer: { user: { username: body.username, name } }, cookies };
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

function refused(status: number, username: string) {
  return { act: 'sign-in', subject: username, result: 'refused', detail: { status } } as const;
}

/** `name=value` of a Set-Cookie header. */
function pairOf(cookie: string): string {
  return cookie.split(';', 1)[0] ?? '';
}
