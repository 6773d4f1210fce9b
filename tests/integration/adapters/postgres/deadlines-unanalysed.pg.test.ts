import { expect, it, vi } from 'vitest';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { clockOf, HOUR, newCase, T0 } from '../../../contract/sample-case.ts';
import { createTestDatabase } from '../../postgres.ts';

const CASES = 1_000;

/** A step of a plan that ran, as EXPLAIN (ANALYZE, FORMAT JSON) tells it. */
type Step = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Step[] };

/** The most rows that any step handed on, over all its turns. */
function mostRows(step: Step): number {
  return Math.max(step['Actual Rows'] * step['Actual Loops'], ...(step.Plans ?? []).map(mostRows));
}

it('looking for overdue clocks does not join every clock with every alert in a store without statistics', async () => {
  const database = await createTestDatabase();
  const pool = createPool(database.url, { max: 1 });
  try {
    for (const table of ['city_case', 'alert'])
      await pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
    const log = createCaseLog(pool);
    const whole = { ...clockOf(0, 0, T0 + HOUR), warnAt: null };
    const clocks = { stageClock: null, wholeClock: whole };
    for (let part = 0; part < 10; part++)
      await log.transact({}, false, () =>
        Array.from({ length: CASES / 10 }, (_, i) => ({ ...newCase({ externalId: `${part}-${i}` }), clocks })),
      );
    const late = T0 + 9 * HOUR;
    const overdue = await log.deadlinesUntil(late, CASES);
    expect(overdue).toHaveLength(CASES);
    await log.raise(overdue, late);

    const query = vi.spyOn(pool, 'query');
    expect(await log.deadlinesUntil(late, CASES)).toEqual([]);
    const [text, values] = query.mock.calls[0] as unknown as [string, unknown[]];
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    expect(mostRows(rows[0]!['QUERY PLAN'][0].Plan)).toBeLessThanOrEqual(2 * CASES);
  } finally {
    await pool.end();
    await database.drop();
  }
});
