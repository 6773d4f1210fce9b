import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { SecurityFacts } from '#adapters/http/security-headers.ts';
import { serve } from '../../../server/compose/serve.ts';

const FACTS: SecurityFacts = { publicUrl: null, trustProxy: false, development: false, strictTransport: 'host' };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server whose API is what begins with /api, whose pages say which policy their renderer was told. */
async function serving(facts: Partial<SecurityFacts> = {}) {
  const server = createServer();
  servers.push(server);
  const isApi = ({ url }: IncomingMessage) => url?.startsWith('/api') === true;
  serve(server, {
    api: async (request, response) => {
      if (isApi(request)) response.end('{}');
      return isApi(request);
    },
    baseMap: () => false,
    mapTiles: () => false,
    pages: {
      handle: async (request, response) => void response.end(String(request.headers['content-security-policy'])),
      upgrade: async () => undefined,
      close: async () => undefined,
    },
    security: { ...FACTS, ...facts },
    onError: (error) => expect.fail(String(error)),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    ask: async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`http://${host}${path}`, { headers });
      return {
        policy: answer.headers.get('content-security-policy') ?? '',
        headers: answer.headers,
        body: await answer.text(),
      };
    },
  };
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map((one) => {
      const [name = '', ...values] = one.split(' ');
      return [name, values];
    }),
  );
}

describe('every answer', () => {
  it.each(['/', '/desk', '/api/v1/cases', '/_next/static/chunks/a.js', '/nothing'])(
    'of %s tells the browser to guess, frame and leak nothing',
    async (path) => {
      const { ask } = await serving();
      const { headers, policy } = await ask(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(directives(policy).get('frame-ancestors')).toEqual(["'none'"]);
      expect(directives(policy).get('base-uri')).toEqual(["'none'"]);
      expect(policy).not.toContain('unsafe-eval');
    },
  );

  it('is refused where it would be what was asked, cookies too', async () => {
    const { host } = await serving();
    const [address = '', port] = host.split(':');
    const socket = connect(Number(port), address);
    socket.end('TRACE /desk HTTP/1.1\r\nhost: here\r\ncookie: secret=1\r\nconnection: close\r\n\r\n');
    let said = '';
    for await (const part of socket) said += String(part);
    expect(said).toMatch(/^HTTP\/1\.1 405 /);
    expect(said).not.toContain('secret');
  });

  it('that is no page lets nothing run or load', async () => {
    const { ask } = await serving();
    expect(directives((await ask('/api/v1/cases')).policy).get('default-src')).toEqual(["'none'"]);
  });
});

describe('a page', () => {
  it('runs scripts of its own number alone, which its renderer is told and nobody can foresee', async () => {
    const { ask, host } = await serving();
    const one = await ask('/desk');
    const scripts = directives(one.policy).get('script-src') ?? [];
    const nonces = scripts.filter((value) => value.startsWith("'nonce-"));
    expect(nonces).toHaveLength(1);
    expect(Buffer.from(nonces[0]?.slice(7, -1) ?? '', 'base64')).toHaveLength(16);
    expect(scripts).not.toContain("'unsafe-inline'");
    expect(one.body).toBe(one.policy);
    expect((await ask('/desk')).policy).not.toBe(one.policy);
    expect(directives(one.policy).get('connect-src')).toEqual(["'self'", `ws://${host}`]);
    for (const name of ['object-src', 'default-src'])
      expect(directives(one.policy).get(name), name).toEqual(["'none'"]);
    expect(directives(one.policy).get('form-action')).toEqual(["'self'"]);
  });

  it('takes no number from whoever asks, and no host that is none', async () => {
    const { ask } = await serving({ trustProxy: true });
    const { policy, body } = await ask('/desk', {
      'content-security-policy': "script-src 'nonce-mine'",
      'content-security-policy-report-only': "script-src 'nonce-mine'",
      'x-forwarded-host': 'evil.example; script-src *',
    });
    expect(body).toBe(policy);
    expect(policy).not.toMatch(/mine|evil|\*/);
  });

  it.each(['/wall-preview', '/wall/main/1'])('of a wall may stand in one of ours: %s', async (path) => {
    const { ask } = await serving();
    const { policy, headers } = await ask(path);
    expect(directives(policy).get('frame-ancestors')).toEqual(["'self'"]);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it.each(['/', '/desk', '/login', '/admin/accounts', '/wall', '/wallpaper'])('stands in no frame: %s', async (path) => {
    const { ask } = await serving();
    const { policy, headers } = await ask(path);
    expect(directives(policy).get('frame-ancestors')).toEqual(["'none'"]);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('evaluates texts only where pages are built as they change', async () => {
    const { ask } = await serving({ development: true });
    expect(directives((await ask('/desk')).policy).get('script-src')).toContain("'unsafe-eval'");
  });
});

describe('a file', () => {
  it('has no number: a worker runs by the policy that comes with its script', async () => {
    const { ask } = await serving();
    const { policy } = await ask('/wall/maplibre-gl-worker.mjs');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('nonce');
  });
});

describe('https', () => {
  const https = { publicUrl: 'https://wall.example' };

  it('is to be kept to for a year, where browsers come by it', async () => {
    const header = async (facts: Partial<SecurityFacts>) =>
      (await (await serving(facts)).ask('/desk')).headers.get('strict-transport-security');
    expect(await header(https)).toBe('max-age=31536000');
    expect(await header({ ...https, strictTransport: 'subdomains' })).toBe('max-age=31536000; includeSubDomains');
    expect(await header({ ...https, strictTransport: 'off' })).toBeNull();
    expect(await header({})).toBeNull();
  });

  it('is what the live protocol goes by too', async () => {
    const { ask } = await serving(https);
    expect((await ask('/desk')).policy).toContain('wss://wall.example');
  });
});

it('idle connections are kept longer than balancers and clients keep them', async () => {
  const { ask } = await serving();
  const kept = /timeout=(\d+)/.exec((await ask('/')).headers.get('keep-alive') ?? '')?.[1];
  // nginx keeps them for 60 s.
  expect(Number(kept)).toBeGreaterThan(60);
});
