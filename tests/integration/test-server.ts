import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#config';
import type { PersonRole } from '#application/account/account-port.ts';
import { startServer, type RunningServer } from '../../server/compose/server.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const PASSWORD = 'heping-luffa-77';

/** A server of its own on a store of its own, without pages or demo, as people and sources speak to it. */
export class TestServer {
  readonly database: TestDatabase;
  readonly pool: pg.Pool;
  private readonly folder: string;
  private running: RunningServer | null = null;
  private readonly cookies = new Map<string, string>();

  private constructor(database: TestDatabase, folder: string) {
    this.database = database;
    this.pool = new pg.Pool({ connectionString: database.url, max: 2 });
    this.folder = folder;
  }

  /**
   * @param prepare what has to be in the store before the server starts.
   * @param canarySeconds how often probes run; none unless asked for, since they move the log.
   */
  static async start(prepare: (pool: pg.Pool) => Promise<void>, canarySeconds = 0): Promise<TestServer> {
    const started = new TestServer(await createTestDatabase(), await mkdtemp(join(tmpdir(), 'citywall-server-')));
    await prepare(started.pool);
    const settings = {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: started.database.url,
      CITYWALL_DATA_DIR: started.folder,
      CITYWALL_DEMO: 'off',
      CITYWALL_TOTP: 'off',
      CITYWALL_LOG_LEVEL: 'silent',
      CITYWALL_CANARY: String(canarySeconds),
      NODE_ENV: 'test',
    };
    started.running = await startServer(readConfig(settings), { pages: false, say: () => undefined });
    return started;
  }

  get url(): string {
    if (this.running === null) throw new Error('the server has not started');
    return this.running.url;
  }

  /** Makes an account and signs it in. */
  async person(
    username: string,
    role: PersonRole,
    scope = '120000',
    department: string | null = null,
    name = username,
  ): Promise<void> {
    if (this.running === null) throw new Error('the server has not started');
    await this.running.auth.createAccount({ username, name, password: PASSWORD, role, scope, department });
    const response = await this.send(
      '',
      '/api/auth/sign-in/username',
      JSON.stringify({ username, password: PASSWORD }),
    );
    if (response.status !== 200) throw new Error(`${username} could not sign in: ${response.status}`);
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    this.cookies.set(username, set.join('; '));
  }

  /** Asks as somebody signed in, or with a source's key; posts where there is a body. */
  ask(as: string, path: string, body?: unknown): Promise<Response> {
    return this.send(as, path, body === undefined ? undefined : JSON.stringify(body));
  }

  /** Posts bytes or text as they are. */
  send(as: string, path: string, body?: string | Uint8Array, type = 'application/json'): Promise<Response> {
    const cookie = this.cookies.get(as);
    const who: Record<string, string> = cookie === undefined ? { authorization: `Bearer ${as}` } : { cookie };
    const headers = as === '' ? {} : who;
    if (body === undefined) return fetch(this.url + path, { headers });
    const sent = typeof body === 'string' ? body : new Uint8Array(body);
    return fetch(this.url + path, { method: 'POST', headers: { ...headers, 'content-type': type }, body: sent });
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    await this.pool.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
