import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth } from '#adapters/auth/auth.ts';
import { keptSecret } from '#adapters/postgres/kept-secret.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const run = promisify(execFile);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
let database: TestDatabase;
let pool: pg.Pool;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
  folder = await mkdtemp(join(tmpdir(), 'citywall-access-'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function access(...words: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: database.url, CITYWALL_DATA_DIR: folder, NODE_ENV: 'test' as const };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/access.ts', ...words], { env });
  return stdout.trim();
}

/** The tool's word to whom it refused. */
async function refusal(...words: string[]): Promise<string> {
  return access(...words).then(
    () => '',
    (error: { stderr: string }) => error.stderr.split('\n')[0] ?? '',
  );
}

describe('npm run access', () => {
  it('makes a first account, a source and a screen, and revokes a key', async () => {
    const auth = createAuth({ pool, secret: await keptSecret(folder, 'auth.secret'), publicUrl: null, log: quiet });
    const password = (await access('account', '--username', 'chief', '--role', 'administrator', '--scope', '120000'))
      .split(' ')
      .at(-1);
    const response = await auth.handle(
      new Request('http://here/api/auth/sign-in/username', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'chief', password }),
      }),
    );
    expect(response.status).toBe(200);

    const source = await access(
      'source',
      '--id',
      'hotline',
      '--name-zh',
      '热线',
      '--name-en',
      'Hotline',
      '--scope',
      '120104',
    );
    const key = source.split(' ').at(-1) ?? '';
    expect(await auth.principalOf(new Headers({ authorization: `Bearer ${key}` }))).toMatchObject({
      id: 'hotline',
      scope: '120104',
    });

    const link = (await access('screen', '--wall', 'main', '--screen', '1')).split(' ').at(-1) ?? '';
    const url = new URL(link);
    expect(url.pathname).toBe('/wall/main/1');
    expect(await auth.screenOf(url.searchParams.get('key') ?? '', 'main', '1')).toMatchObject({ role: 'screen' });

    expect(await access('revoke', '--key', key)).toBe('revoked');
    const { rows } = await pool.query<{ act: string }>(
      `SELECT act FROM audit_line WHERE actor_id = 'access' ORDER BY no`,
    );
    expect(rows.map(({ act }) => act)).toEqual(['account.make', 'source.key', 'screen.key', 'key.revoke']);
    const later = createAuth({ pool, secret: await keptSecret(folder, 'auth.secret'), publicUrl: null, log: quiet });
    expect(await later.principalOf(new Headers({ authorization: `Bearer ${key}` }))).toBeNull();
  });

  it('makes no account that could not sign in', async () => {
    const auth = createAuth({ pool, secret: await keptSecret(folder, 'auth.secret'), publicUrl: null, log: quiet });
    const signIn = (username: string, password: string) =>
      auth.handle(
        new Request('http://here/api/auth/sign-in/username', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username, password }),
        }),
      );
    for (const username of ['张三', 'heping-sanitation']) {
      const said = await access('account', '--username', username, '--role', 'collector', '--scope', '120101');
      expect((await signIn(username, said.split(' ').at(-1) ?? '')).status, username).toBe(200);
    }
    expect(await refusal('account', '--username', 'a b', '--role', 'collector', '--scope', '120101')).toMatch(
      /^--username: /,
    );
  });

  it('says in one line what is missing', async () => {
    expect(await refusal('account', '--username', 'x1', '--role', 'king', '--scope', '1')).toMatch(/^--role: one of/);
    expect(await refusal('source', '--id', 'Big One')).toMatch(/^--id:/);
    expect(await refusal('fly')).toBe('which command?');
  });
});
