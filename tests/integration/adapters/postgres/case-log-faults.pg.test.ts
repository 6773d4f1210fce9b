import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { StoreUnavailable, type CaseLog } from '#application/ports.ts';
import { newCase } from '../../../contract/sample-case.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

describe('the case log when its database fails', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let watcher: pg.Client;
  let log: CaseLog;
  beforeEach(async () => {
    database = await createTestDatabase();
    pool = createPool(database.url, { max: 3 });
    watcher = new pg.Client({ connectionString: database.url });
    await watcher.connect();
    log = createCaseLog(pool);
  });
  afterEach(async () => {
    await watcher.end();
    await pool.end();
    await database.drop();
  });

  // The log's own connections may just have been killed.
  const storedHead = async () =>
    (await watcher.query<{ head: number }>('SELECT position::float8 AS head FROM log_head')).rows[0]?.head;
  const killOthers = () =>
    watcher.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );

  it('stores nothing and says so when its connection is killed in mid-transaction, then goes on', async () => {
    await log.transact({}, false, () => [newCase({ externalId: 'a' })]);
    let killed: Promise<unknown> = Promise.resolve();
    const broken = log.transact({}, false, () => {
      killed = killOthers();
      return Array.from({ length: 2000 }, (_, i) => newCase({ externalId: `b${i}` }));
    });
    await expect(broken).rejects.toThrow(StoreUnavailable);
    await killed;
    expect(await storedHead()).toBe(1);
    expect((await log.transact({}, false, () => [newCase({ externalId: 'c' })])).entries[0]?.position).toBe(2);
  });

  it('never half-stores a batch, whenever it is killed', async () => {
    let stored = 0;
    for (let round = 0; round < 12; round++) {
      const batch = Array.from({ length: 300 }, (_, i) => newCase({ externalId: `${round}/${i}` }));
      const killer = new Promise((done) => setTimeout(done, round * 6)).then(killOthers);
      try {
        stored += (await log.transact({}, false, () => batch)).entries.length;
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
      }
      await killer;
      expect(await storedHead()).toBe(stored);
    }
    const counted = await watcher.query<{ cases: number; entries: number }>(
      'SELECT (SELECT count(*) FROM city_case)::int AS cases, (SELECT count(*) FROM log_entry)::int AS entries',
    );
    expect(counted.rows).toEqual([{ cases: stored, entries: stored }]);
  });

  it('outlives a connection that is killed before its holder listens to it', async () => {
    const client = await pool.connect();
    const ended = new Promise((done) => client.once('end', done));
    await killOthers();
    await ended;
    client.release();
    expect((await log.transact({}, false, () => [newCase({ externalId: 'a' })])).entries).toHaveLength(1);
  });

  it('learns what became of a commit that got no answer', async () => {
    // A trigger that fires at commit and kills its own connection: rolled back, and known to be.
    await watcher.query(`CREATE FUNCTION kill_me() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$`);
    await watcher.query(`CREATE CONSTRAINT TRIGGER kill_at_commit AFTER INSERT ON city_case
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kill_me()`);
    const refused = log.transact({}, false, () => [newCase({ externalId: 'a' })]);
    await expect(refused).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await watcher.query('DROP TRIGGER kill_at_commit ON city_case');
    expect(await log.head()).toBe(0);

    // A connection that breaks after the commit: stored, and answered as stored.
    const deaf = createPool(database.url, { max: 3 });
    deaf.once('connect', (client) => {
      const ask = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
      const query = async (...asked: unknown[]): Promise<unknown> => {
        const answer = await ask(...asked);
        if (asked[0] !== 'COMMIT') return answer;
        await killOthers();
        throw new Error('Connection terminated unexpectedly');
      };
      Object.assign(client, { query });
    });
    const { entries } = await createCaseLog(deaf).transact({}, false, () => [newCase({ externalId: 'b' })]);
    expect(entries.map((it) => it.position)).toEqual([1]);
    expect(await log.head()).toBe(1);
    await deaf.end();
  });

  it('is unavailable, not wrong, while nobody listens or another holds the log', async () => {
    const nobody = createCaseLog(createPool('postgres://citywall@127.0.0.1:9/nothing'));
    await expect(nobody.head()).rejects.toThrow(StoreUnavailable);
    await expect(nobody.transact({}, false, () => [])).rejects.toThrow(StoreUnavailable);
    await watcher.query('BEGIN; SELECT 1 FROM log_head FOR UPDATE');
    const hasty = createCaseLog(pool, { patienceMs: 200 });
    await expect(hasty.transact({}, false, () => [newCase({ externalId: 'a' })])).rejects.toThrow(StoreUnavailable);
    await watcher.query('ROLLBACK');
    expect((await log.transact({}, false, () => [newCase({ externalId: 'a' })])).entries).toHaveLength(1);
  });
});
