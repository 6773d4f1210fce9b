import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '#domain/account/role.ts';
import { createHttpApi, type HttpApiOptions } from '#adapters/http/http-api.ts';
import { fakePort, principalOf } from './fake-port.ts';
import { fakeDoor } from './fake-screens.ts';

/** Keys of the test: `role` or `role@scope`. */
function principalOfKey(text: string | null | undefined) {
  const found = /^(?:Bearer |citywall_screen=|session=)([a-z-]+)(?:@(\d+))?$/.exec(text ?? '');
  return found ? principalOf(found[1] as Role, found[2]) : null;
}

/** A real server with the API on a fake port. Requests that aren't the API's get 299 and the word `page`. */
export async function serve(options: Partial<HttpApiOptions> = {}) {
  const fake = fakePort();
  const logged: string[] = [];
  const write = (facts: object, message: string): void => {
    logged.push(JSON.stringify({ ...facts, message }));
  };
  const counted: unknown[] = [];
  const api = createHttpApi({
    port: fake.port,
    identity: {
      async principalOf(headers) {
        const key = headers.get('authorization');
        return principalOfKey(key ?? headers.get('cookie'));
      },
      holds: async () => true,
      screenAt: async (headers, { wall, screen }) => {
        const found = new RegExp(`citywall_screen\\.${wall}\\.${screen}=(\\w+)`).exec(headers.get('cookie') ?? '');
        return found === null ? 'none' : found[1] === 'cws_good' ? principalOf('screen') : 'revoked';
      },
      screenOf: async (key, wall) => (key === 'cws_good' && wall === 'main' ? principalOf('screen') : null),
    },
    signIn: {
      async signIn({ username, password, code, newBackupCodes }) {
        if (username === 'eve') return { done: false, why: 'locked', until: Date.now() + 60_000 };
        if (password !== 'right') return { done: false, why: 'wrong' };
        if (username === 'coded' && code === undefined) return { done: false, why: 'code' };
        const setCookies = ['session=duty-officer; HttpOnly; Path=/'];
        if (newBackupCodes === true) return { done: true, setCookies, backupCodes: ['k3x9-new'] };
        return { done: true, setCookies, ...(code !== undefined && code.length > 6 && { backupCodesLeft: 7 }) };
      },
      makeFirst: async ({ code }) =>
        code === 'old' ? { done: false, why: 'code' } : { done: true, id: 'first', scope: '120000' },
      faultOfPassword: (password) => (password.length < 10 ? 'short' : null),
      async handle(request) {
        const body = (await request.json()) as { password?: string; currentPassword?: string };
        if (request.url.endsWith('/sign-out')) return Response.json({ success: true });
        if ((body.password ?? body.currentPassword) !== 'right') return Response.json({ code: 'X' }, { status: 401 });
        return Response.json(
          { token: 'secret' },
          { headers: { 'set-cookie': 'session=duty-officer; HttpOnly; Path=/' } },
        );
      },
    },
    door: fakeDoor(),
    telemetry: {
      answered: (...facts) => counted.push(facts),
      ingested: (...facts) => counted.push(facts),
      exposition: async () => ({ contentType: 'text/plain', text: 'up 1\n' }),
    },
    log: { debug: write, info: write, warn: write, error: write },
    config: { publicUrl: null, trustProxy: false },
    version: '1.2.3',
    openScreens: null,
    ...options,
  });
  const server = createServer((request, response) => {
    void api(request, response).then((taken) => {
      if (!taken) response.writeHead(299).end('page');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...fake,
    origin,
    logged,
    counted,
    /** Sends a request with somebody's key. */
    ask(
      path: string,
      { as, body, ...init }: { as?: string; body?: unknown } & Omit<RequestInit, 'body'> = {},
    ): Promise<Response> {
      const headers = new Headers(init.headers);
      if (as !== undefined) headers.set('authorization', `Bearer ${as}`);
      if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
      const sent =
        body === undefined
          ? null
          : typeof body === 'string' || body instanceof Uint8Array
            ? body
            : JSON.stringify(body);
      return fetch(origin + path, { redirect: 'manual', ...init, headers, body: sent as BodyInit | null });
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type Served = Awaited<ReturnType<typeof serve>>;
