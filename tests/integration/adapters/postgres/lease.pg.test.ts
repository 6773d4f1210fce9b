import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresLease } from '#adapters/postgres/lease.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { leaseSuite } from '../../../contract/lease-suite.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

let database: TestDatabase;
let pool: pg.Pool;
let names = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

leaseSuite('Postgres', () => {
  const name = `duty-${++names}`;
  return Promise.resolve(() => new PostgresLease({ pool, name, holder: `n${++names}`, ttlMs: 600, renewMs: 100 }));
});

describe('the lease in Postgres', () => {
  it('goes over when its owner dies without a word, and its fence grows', async () => {
    const dying = new PostgresLease({ pool, name: 'dying', holder: 'a', ttlMs: 400, renewMs: 100_000 });
    const heir = new PostgresLease({ pool, name: 'dying', holder: 'b', ttlMs: 400, renewMs: 50 });
    await dying.start();
    await heir.start();
    expect([dying.isHeld(), heir.isHeld(), dying.fence]).toEqual([true, false, 1]);
    const from = performance.now();
    while (!heir.isHeld()) {
      expect(performance.now() - from).toBeLessThan(2_000);
      await sleep(10);
    }
    expect([dying.isHeld(), heir.fence]).toEqual([false, 2]);
    await heir.stop();
    await dying.stop();
  });

  it('knows by its own clock that it has lost the duty, while the database is out of reach', async () => {
    const own = createPool(database.url, { max: 1 });
    const faults: unknown[] = [];
    const told: boolean[] = [];
    const cutOff = new PostgresLease({
      pool: own,
      name: 'cut-off',
      holder: 'a',
      ttlMs: 300,
      renewMs: 50,
      onFault: (error) => faults.push(error),
    });
    cutOff.onChange((held) => told.push(held));
    await cutOff.start();
    await own.end();
    await sleep(500);
    expect(cutOff.isHeld()).toBe(false);
    expect(told).toEqual([true, false]);
    expect(faults.length).toBeGreaterThan(0);
    await cutOff.stop();
  });

  it('keeps its number while it is renewed', async () => {
    const lease = new PostgresLease({ pool, name: 'kept', holder: 'a', ttlMs: 300, renewMs: 50 });
    await lease.start();
    await sleep(500);
    expect([lease.isHeld(), lease.fence]).toEqual([true, 1]);
    await lease.stop();
  });
});
