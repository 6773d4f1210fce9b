import { describe, expect, it } from 'vitest';
import { createReplayStore } from '#adapters/postgres/queries/replay.ts';
import { REPLAY_STEPS } from '#domain/wall/replay.ts';
import { closed, DAY, dispatched, fedBack, HOUR, MONDAY, useToldDays } from './told-days.ts';

const SPAN = { from: MONDAY, to: MONDAY + DAY };
const second = (instant: number): number => instant / 1_000;

describe('a span of the past', () => {
  const told = useToldDays();
  const { report, move } = told;
  const alert = (externalId: string, dueAt: number, resolvedAt: number | null) =>
    told.database.pool.query(
      `INSERT INTO alert (case_id, instance, round, threshold, case_number, status, due_at, fired_at, resolved_at)
       SELECT id, 2, (SELECT count(*) FROM alert), 'timeout', number, 'open', to_timestamp($2::float8 / 1000),
         to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000)
       FROM city_case WHERE external_id = $1`,
      [externalId, dueAt, resolvedAt],
    );

  it('has the cases that were open in it, with when they were out of time, and those of a week before', async () => {
    await report('ended-before', MONDAY - 5 * HOUR);
    await move('ended-before', 'closed', MONDAY - HOUR, closed);
    await report('from-before', MONDAY - 5 * HOUR);
    await move('from-before', 'dispose', MONDAY - 4 * HOUR, dispatched);
    await move('from-before', 'check', MONDAY + 2 * HOUR, fedBack);
    await move('from-before', 'closed', MONDAY + 3 * HOUR, closed);
    await report('still-open', MONDAY + 6 * HOUR);
    await report('after', MONDAY + DAY + HOUR);
    await report('first', MONDAY - 9 * DAY);
    await move('first', 'closed', MONDAY - 8.5 * DAY, closed);
    await report('week-before', MONDAY - 7 * DAY + HOUR);
    await move('week-before', 'closed', MONDAY - 7 * DAY + 2 * HOUR, closed);
    // Two that overlap are one time out; the third stands still.
    await alert('still-open', MONDAY + 8 * HOUR, MONDAY + 10 * HOUR);
    await alert('still-open', MONDAY + 9 * HOUR, MONDAY + 12 * HOUR);
    await alert('still-open', MONDAY + 20 * HOUR, null);

    const store = createReplayStore(told.database.pool);
    const columns = await store.columns(SPAN, null, 100);
    if (columns === null) throw new Error('too many');
    expect(columns).toMatchObject({ ...SPAN, length: 2 });
    expect([...columns.reportedAt]).toEqual([second(MONDAY - 5 * HOUR), second(MONDAY + 6 * HOUR)]);
    expect([...columns.endedAt]).toEqual([second(MONDAY + 3 * HOUR), 0]);
    expect(columns.lon[0]).toBeGreaterThan(100e6);
    expect([...columns.outs.row]).toEqual([0, 1, 1]);
    // Judged by the log: the sample's stages are due an hour after they are entered.
    expect([...columns.outs.from]).toEqual([MONDAY - 3 * HOUR, MONDAY + 8 * HOUR, MONDAY + 20 * HOUR].map(second));
    expect([...columns.outs.until]).toEqual([second(MONDAY + 2 * HOUR), second(MONDAY + 12 * HOUR), 0]);
    const { days, open } = columns.earlier;
    expect([days, open.length]).toEqual([7, REPLAY_STEPS + 1]);
    expect([0, 11, 12, 23, 24, 288].map((step) => open[step])).toEqual([0, 0, 1, 1, 0, 0]);
  });

  it('is held against the day before while the platform is too young for a week', async () => {
    await report('first', MONDAY - 3 * DAY);
    await report('second', MONDAY - DAY + HOUR);
    const { earlier } = (await createReplayStore(told.database.pool).columns(SPAN, null, 100)) ?? {};
    expect([earlier?.days, earlier?.open[0], earlier?.open[12]]).toEqual([1, 1, 2]);
  });

  it('keeps to a place, is not sent beyond its bound, and knows a day without cases', async () => {
    await report('one', MONDAY + HOUR);
    await report('other', MONDAY + 2 * HOUR);
    const store = createReplayStore(told.database.pool);
    expect(await store.columns(SPAN, '120101001', 100)).toMatchObject({ length: 2 });
    expect(await store.columns(SPAN, '120102', 100)).toMatchObject({ length: 0, outs: { length: 0 } });
    expect(await store.columns(SPAN, null, 1)).toBeNull();
    const before = { from: MONDAY - 2 * DAY, to: MONDAY - DAY };
    expect(await store.columns(before, null, 100)).toMatchObject({ length: 0, earlier: { days: 0 } });
    expect([await store.hasCases(SPAN, null), await store.hasCases(before, null)]).toEqual([true, false]);
    expect([await store.hasCases(SPAN, '120101'), await store.hasCases(SPAN, '120102')]).toEqual([true, false]);
  });
});
