import { describe, expect, it } from 'vitest';
import { createDayHistory } from '#adapters/postgres/queries/day-history.ts';
import { closed, DAY, dispatched, fedBack, HOUR, MONDAY, useToldDays } from './told-days.ts';

describe('days gone by', () => {
  const told = useToldDays();
  const { report, move } = told;

  it('count what passed each stage, by the hour and by day, and judge disposals by the instant they were due then', async () => {
    await report('a', MONDAY + 9 * HOUR);
    await report('b', MONDAY + 9.5 * HOUR);
    // Each stage is due an hour after it was entered.
    await move('a', 'dispose', MONDAY + 10 * HOUR, dispatched);
    await move('b', 'dispose', MONDAY + 10 * HOUR, dispatched);
    await move('a', 'check', MONDAY + 10.5 * HOUR, fedBack);
    await move('b', 'check', MONDAY + 26 * HOUR, fedBack);
    await move('a', 'closed', MONDAY + 25 * HOUR, closed);
    const history = createDayHistory(told.database.pool);
    const head = await told.log.head();
    const hours = (...at: number[]) => Array.from({ length: 24 }, (_, hour) => at.filter((it) => it === hour).length);
    const placeCode = '120101001';
    expect(await history.days([MONDAY, MONDAY + DAY], MONDAY + 2 * DAY, head)).toEqual([
      {
        dayStart: MONDAY,
        placeCode,
        passed: { report: 2, dispatch: 2, dispose: 1 },
        reportedByHour: hours(9, 9),
        endedByHour: hours(),
        disposedDue: 1,
        disposedOnTime: 1,
      },
      {
        dayStart: MONDAY + DAY,
        placeCode,
        passed: { dispose: 1, close: 1 },
        reportedByHour: hours(),
        endedByHour: hours(1),
        disposedDue: 1,
        disposedOnTime: 0,
      },
    ]);
    expect(await history.days([MONDAY + DAY], MONDAY + 2 * DAY, head - 2)).toEqual([]);
    expect(await history.days([], MONDAY, head)).toEqual([]);
  });

  it('know how many cases were open at an instant', async () => {
    await report('a', MONDAY);
    await report('b', MONDAY + HOUR);
    await move('a', 'closed', MONDAY + 2 * HOUR, closed);
    const history = createDayHistory(told.database.pool);
    const row = { placeCode: '120101001', categoryKey: null };
    expect(await history.openAt(MONDAY - 1)).toEqual([]);
    expect(await history.openAt(MONDAY + 1.5 * HOUR)).toEqual([{ ...row, open: 2 }]);
    expect(await history.openAt(MONDAY + 2 * HOUR)).toEqual([{ ...row, open: 1 }]);
  });

  it('know which disposals were due within the hour after an instant, ended since or not', async () => {
    for (const name of ['ended', 'running', 'later', 'early']) await report(name, MONDAY);
    // Each stage is due an hour after it was entered.
    for (const name of ['ended', 'running']) await move(name, 'dispose', MONDAY + 2 * HOUR, dispatched);
    await move('later', 'dispose', MONDAY + 2.75 * HOUR, dispatched);
    await move('early', 'dispose', MONDAY + 1 * HOUR, dispatched);
    await move('ended', 'check', MONDAY + 5 * HOUR, fedBack);
    await move('early', 'check', MONDAY + 2.25 * HOUR, fedBack);
    const history = createDayHistory(told.database.pool);
    const due = async (at: number) => (await history.dueSoonAt(at)).map((row) => row.due);
    expect(await history.dueSoonAt(MONDAY + 2.5 * HOUR)).toEqual([{ placeCode: '120101001', due: 2 }]);
    // `later` had not begun then; `early` was done by then.
    expect(await due(MONDAY + 2.8 * HOUR)).toEqual([3]);
    expect(await due(MONDAY + 1.9 * HOUR)).toEqual([1]);
    expect(await due(MONDAY + 6 * HOUR)).toEqual([]);
  });
});
