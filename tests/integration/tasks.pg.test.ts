import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createTaskStore, createVisitStore } from '#adapters/postgres/task-store.ts';
import { MemoryDuty } from '#adapters/memory/lease.ts';
import { keepTasks } from '#application/task/task-keeper.ts';
import type { TaskFilter, TaskStore } from '#application/task/task-port.ts';
import { VisitBook } from '#application/task/visit-book.ts';
import type { OnTheRound } from '#domain/task/task.ts';
import type { Fix } from '#domain/team/team.ts';
import { ManualClock } from '../fixtures/manual-clock.ts';
import { aReport, person, smallPlatform } from '../fixtures/small-platform.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const OPEN: TaskFilter = { place: null, unitGrids: null, kind: null, collector: null, open: true };
const EVERYWHERE = { place: null, department: null };

describe('tasks of collectors, in the store', () => {
  let place: TestDatabase;
  let database: Database;
  let store: TaskStore;
  let collectors: OnTheRound[] = [];
  let responsible: string | null = null;
  const clock = new ManualClock(NOW);

  beforeAll(async () => {
    place = await createTestDatabase();
    database = createDatabase(place.url, { max: 2 });
    store = createTaskStore(database.pool);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const fixAt = (team: string, lon: number): Fix => ({ team, lon, lat: 39.1, at: NOW, heading: null, speed: null });

  it('come with verification and check, go to the nearest on duty, and end with the stage', async () => {
    const city = smallPlatform(() => clock.now(), createCaseLog(database.pool));
    const keeper = keepTasks({
      store,
      clock,
      lease: new MemoryDuty().lease(),
      collectors: () => collectors,
      responsibleFor: () => responsible,
      isOut: () => true,
      onError: (error) => expect.fail(String(error)),
    });
    const [answer] = await city.reports([aReport('a', { reportedAt: NOW, channel: 'public' })]);
    const number = answer?.status === 'accepted' ? answer.caseNumber : '';
    await city.move(number, { move: 'accept' }, person('operator'));
    await keeper.look();
    const [task] = await store.list(OPEN, EVERYWHERE, 10);
    expect(task).toMatchObject({ kind: 'verify', status: 'unassigned', instance: 2, case: { number } });
    expect(task?.dueAt).toBe(task?.case.stageClock?.dueAt);

    const team = { code: 'C-1', kind: 'collector' as const, nameZh: '一', nameEn: '1', districtCode: '120101' };
    collectors = [{ team: { ...team, department: null, simulated: true }, fix: fixAt('C-1', 117.2) }];
    await keeper.look();
    await keeper.look();
    const assigned = { status: 'assigned', assignedHow: 'nearest' };
    expect(await store.list({ ...OPEN, collector: 'C-1' }, EVERYWHERE, 10)).toMatchObject([assigned]);
    expect(await store.take(task!.id, { ...EVERYWHERE, place: '120104' }, NOW)).toBe(false);
    expect(await store.take(task!.id, EVERYWHERE, NOW)).toBe(true);
    expect(await store.take(task!.id, EVERYWHERE, NOW)).toBe(false);
    expect(await store.list(OPEN, EVERYWHERE, 10)).toMatchObject([{ status: 'taken', takenAt: NOW }]);

    await city.move(number, { move: 'verify', found: true, media: [] }, person('collector'));
    await keeper.look();
    expect(await store.list(OPEN, EVERYWHERE, 10)).toEqual([]);
    const [ended] = await store.list({ ...OPEN, open: false }, EVERYWHERE, 10);
    expect(ended).toMatchObject({ status: 'ended', kind: 'verify' });
    expect(ended?.dueAt).toBe(task?.dueAt);

    // The check goes to the collector of the responsibility grid, though another one is nearer.
    const other = { team: { ...team, code: 'C-2', department: null, simulated: true }, fix: fixAt('C-2', 117.4) };
    collectors = [...collectors, other];
    responsible = 'C-2';
    const [second] = await city.reports([aReport('b', { reportedAt: NOW, channel: 'public' })]);
    const next = second?.status === 'accepted' ? second.caseNumber : '';
    await city.move(next, { move: 'accept' }, person('operator'));
    await keeper.look();
    const [given] = await store.list(OPEN, EVERYWHERE, 10);
    expect(given).toMatchObject({ collector: 'C-2', assignedHow: 'responsible', case: { number: next } });
    await database.pool.query(`UPDATE city_case SET grid_code = 'g' WHERE number = $1`, [next]);
    expect(await store.list({ ...OPEN, unitGrids: ['g', 'x'] }, EVERYWHERE, 10)).toHaveLength(1);
    expect(await store.list({ ...OPEN, unitGrids: ['x'] }, EVERYWHERE, 10)).toEqual([]);
    expect(await store.list({ ...OPEN, unitGrids: [] }, EVERYWHERE, 10)).toEqual([]);
    await keeper.stop();
  });

  it('visits of grids are kept over a restart, the newest of each', async () => {
    const visits = createVisitStore(database.pool);
    const book = new VisitBook(
      visits,
      ({ lon }) => (lon > 118 ? null : `g${Math.floor(lon * 10)}`),
      ({ team }) => team !== 'crew',
    );
    book.note([fixAt('C-1', 117.2), fixAt('C-1', 119), fixAt('crew', 117.5)]);
    await book.save();
    book.note([{ ...fixAt('C-2', 117.2), at: NOW - 1 }]);
    await book.save();
    const after = new VisitBook(
      visits,
      () => null,
      () => true,
    );
    await after.read();
    expect([after.visitedAt('g1172'), after.visitedAt('g1175')]).toEqual([NOW, null]);
    expect(await visits.read()).toEqual([{ grid: 'g1172', team: 'C-1', at: NOW }]);
  });
});
