import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { demoCity } from '#adapters/postgres/seed/demo-city.ts';
import { seedCity } from '#adapters/postgres/seed/seed-city.ts';
import { createTestDatabase, type TestDatabase } from '../integration/postgres.ts';
import { openAccess, postDueSoon } from './access.ts';
import type { ManyScreensAnswer } from './many-screens.ts';
import { freePort } from '#adapters/postgres/free-port.ts';
import { startNode, type NodeProcess } from './node-process.ts';

const SCREENS = 2_000;
const OPEN_CASES = 2_000;
const LIVE_WITHIN_MS = 10_000;
/** Long enough for every screen to have waited its longest at least once. */
const AWAY_MS = 15_000;
const STOPPED_WITHIN_MS = 4_000;

describe('2,000 screens whose server is restarted', () => {
  let test: TestDatabase;
  let database: Database;
  let keys: { ingest: string; screen: string };
  let node: NodeProcess | null = null;
  let screens: ChildProcess | null = null;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = createDatabase(test.url);
    await seedCity(database, demoCity());
    keys = await openAccess(database.pool);
  });
  afterAll(async () => {
    screens?.kill('SIGKILL');
    await node?.kill('SIGKILL');
    await database.close();
    await test.drop();
  });

  async function ask(what: 'live' | 'back'): Promise<ManyScreensAnswer> {
    if (screens === null) throw new Error('there are no screens');
    const answered = new AbortController();
    const { signal } = answered;
    const ended = once(screens, 'exit', { signal }).then(([code]) => {
      throw new Error(`the screens ended with ${code}`);
    });
    ended.catch(() => undefined);
    try {
      const answer = once(screens, 'message', { signal }) as Promise<[ManyScreensAnswer]>;
      screens.send(what);
      return (await Promise.race([answer, ended]))[0];
    } finally {
      answered.abort();
    }
  }

  async function allLive(withinMs: number): Promise<number> {
    let live = 0;
    for (const until = Date.now() + withinMs; Date.now() < until && live < SCREENS; await pause(250)) {
      const answer = await ask('live');
      live = 'live' in answer ? answer.live : 0;
    }
    return live;
  }

  it('has them all live again within ten seconds of being ready', async () => {
    const port = await freePort();
    const env = { DATABASE_URL: test.url, CITYWALL_AUTH_SECRET: 'x'.repeat(40) };
    node = await startNode(port, env);
    for (let from = 0; from < OPEN_CASES; from += 500) {
      const ids = Array.from({ length: 500 }, (_, index) => `reconnect/${from + index}`);
      expect(await postDueSoon(node.url, keys.ingest, ids, 86_400_000)).toHaveLength(500);
    }
    screens = fork(join(import.meta.dirname, 'many-screens.ts'), [node.url, keys.screen, String(SCREENS)], {
      execArgv: ['--import', 'tsx'],
    });
    await once(screens, 'spawn');
    expect(await allLive(60_000)).toBe(SCREENS);

    const toldAt = Date.now();
    await node.kill('SIGTERM');
    // It says goodbye to all of them and does not wait for any.
    expect(Date.now() - toldAt).toBeLessThan(STOPPED_WITHIN_MS);
    await pause(AWAY_MS);
    node = await startNode(port, env);
    const readyAt = Date.now();
    const live = await allLive(60_000);
    const answer = await ask('back');
    const took = ('liveAt' in answer ? answer.liveAt : [])
      .map((at) => (at === null ? Infinity : at - readyAt))
      .sort((a, b) => a - b);
    const at = (share: number): number =>
      Math.round(took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? NaN);
    console.log(
      `${live} of ${SCREENS} screens live again, ms after the server was ready: ` +
        `first ${at(0)}, p10 ${at(0.1)}, p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, last ${at(1)}`,
    );
    expect(live).toBe(SCREENS);
    expect(at(1)).toBeLessThanOrEqual(LIVE_WITHIN_MS);
  }, 180_000);
});
