import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { MemoryDuty } from '#adapters/memory/lease.ts';
import { readAuditRows } from '#adapters/postgres/audit-rows.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { auditAlerts, isSound } from '#application/audit/audit.ts';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { DeadlineKeeper } from '#application/deadline/keeper.ts';
import type { CaseLog } from '#application/ports.ts';
import type { Move } from '#domain/case/move.ts';
import type { Principal } from '#domain/account/role.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { ManualClock } from '../fixtures/manual-clock.ts';
import { aReport, person, smallPlatform } from '../fixtures/small-platform.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const HOUR = 3_600_000;
const officer = person('duty-officer', { scope: '120101' });
const office = person('department', { department: 'd1', scope: '120101' });
const MIGRATION = new URL('../../prisma/migrations/20261122001900_supervision/migration.sql', import.meta.url);

describe('late replies to a supervision, in the store', () => {
  const clock = new ManualClock(NOW);
  const keepers: DeadlineKeeper[] = [];
  let place: TestDatabase;
  let database: Database;
  let log: CaseLog;
  let city: ReturnType<typeof smallPlatform>;

  beforeAll(async () => {
    place = await createTestDatabase();
    database = createDatabase(place.url, { max: 3 });
    log = createCaseLog(database.pool);
    city = smallPlatform(() => clock.now(), log);
  });
  afterEach(async () => {
    for (const keeper of keepers.splice(0)) await keeper.stop();
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  /** A node that keeps the deadlines, begun from what is stored. */
  async function node(): Promise<void> {
    const keeper = new DeadlineKeeper({
      log,
      clock,
      lease: new MemoryDuty().lease(),
      onCommitted: (more) => city.entries.push(...more),
      onError: (error) => expect.fail(String(error)),
    });
    keepers.push(keeper);
    await keeper.start();
    keeper.arm((await log.snapshot()).cases);
  }

  async function make(number: string, move: Move, who: Principal): Promise<void> {
    expect(await city.move(number, move, who)).toMatchObject({ ok: true });
  }

  async function disposing(id: string): Promise<string> {
    const [answer] = await city.reports([aReport(id, { reportedAt: clock.now() })]);
    if (answer?.status !== 'accepted') throw new Error('the report was not taken');
    const { caseNumber } = answer;
    await make(caseNumber, { move: 'accept' }, officer);
    await make(caseNumber, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 9 }, officer);
    await make(caseNumber, { move: 'dispatch', department: 'd1', supporting: [], note: '' }, officer);
    return caseNumber;
  }

  const late = async (): Promise<(string | number | null)[][]> => {
    const text = `SELECT case_number, instance, round, status, resolution FROM alert WHERE threshold = 'reply-late'
      ORDER BY case_number, instance`;
    const { rows } = await database.pool.query<Record<string, string | number | null>>(text);
    return rows.map((row) => Object.values(row));
  };

  it('raise one alert a supervision, over a restart too, and end it when the reply comes', async () => {
    const [late1, given] = [await disposing('late'), await disposing('given')];
    for (const number of [late1, given]) {
      await make(number, { move: 'supervise', level: 1, reason: '久拖', replyBy: clock.now() + HOUR }, officer);
      await make(number, { move: 'supervise', level: null, reason: '再督', replyBy: clock.now() + 3 * HOUR }, officer);
      await make(number, { move: 'supervise', level: null, reason: '只督', replyBy: null }, officer);
    }
    await make(given, { move: 'reply', supervision: 1, text: '今日完成' }, office);
    await node();
    await clock.goTo(clock.now() + HOUR - 10_000);
    expect(await late()).toEqual([]);
    await clock.goTo(clock.now() + 20_000);
    await vi.waitFor(async () => expect(await late()).toEqual([[late1, 1, 0, 'open', null]]));

    // The first node dies before the second reply is due, and the one after it begins once that is late.
    for (const keeper of keepers.splice(0)) await keeper.stop();
    await clock.goTo(clock.now() + 3 * HOUR);
    await node();
    await clock.goTo(clock.now() + 11_000);
    await vi.waitFor(async () =>
      expect(await late()).toEqual([
        [late1, 1, 0, 'open', null],
        [late1, 2, 0, 'open', null],
        [given, 2, 0, 'open', null],
      ]),
    );
    await make(late1, { move: 'reply', supervision: 1, text: '迟复' }, office);
    await make(given, { move: 'lift-supervision', reason: '已办' }, officer);
    expect(await late()).toEqual([
      [late1, 1, 0, 'resolved', 'replied'],
      [late1, 2, 0, 'open', null],
      [given, 2, 0, 'resolved', 'lifted'],
    ]);
    await make(late1, { move: 'feed-back', note: '修好', media: [] }, office);
    expect((await late())[1]).toEqual([late1, 2, 0, 'open', null]);
    await make(late1, { move: 'check', passed: true, note: '', media: [] }, person('collector'));
    await make(late1, { move: 'close', note: '', forced: false }, officer);
    expect((await late())[1]).toEqual([late1, 2, 0, 'resolved', 'ended']);

    const { events, alerts } = await readAuditRows(database.pool);
    const calendars = new CalendarShelf([{ version: chinaCalendar.version, since: 0, document: chinaCalendar }]);
    const replies = alerts.filter(({ threshold }) => threshold === 'reply-late');
    expect(replies).toHaveLength(3);
    const report = auditAlerts(events, alerts, calendars, clock.now());
    expect({ spurious: report.spurious, doubled: report.doubled, early: report.early }).toEqual({
      spurious: [],
      doubled: [],
      early: [],
    });
    const without = auditAlerts(
      events,
      alerts.filter((alert) => !replies.includes(alert)),
      calendars,
      clock.now(),
    );
    expect(without.lost.filter((key) => !report.lost.includes(key)).sort()).toEqual(
      replies.map(({ caseId, instance }) => `${caseId}/${instance}/0/reply-late`).sort(),
    );
    expect(isSound(without)).toBe(false);
  });

  it('are known of cases that were stored before what waits was', async () => {
    const number = await disposing('old');
    await make(number, { move: 'supervise', level: 1, reason: '久拖', replyBy: clock.now() + HOUR }, officer);
    await make(number, { move: 'ask', kind: 'void', reason: '误报', until: null, instance: null }, office);
    const stored = async () => {
      const { rows } = await database.pool.query<{ waits: unknown }>('SELECT waits FROM city_case ORDER BY id');
      return rows.map(({ waits }) => waits);
    };
    const before = await stored();
    expect(before.filter((waits) => waits !== null)).toHaveLength(1);
    await database.pool.query('UPDATE city_case SET waits = NULL');
    const [, fill = ''] = (await readFile(MIGRATION, 'utf8')).split('ADD COLUMN "waits" JSONB;');
    await database.pool.query(fill);
    expect(await stored()).toEqual(before);
    const due = await log.deadlinesUntil(clock.now() + HOUR, 10);
    expect(due.filter(({ threshold }) => threshold === 'reply-late')).toHaveLength(1);
  });

  it('an appeal on an ended case is part of the snapshot', async () => {
    const number = await disposing('appealed');
    await clock.goTo(clock.now() + 14 * 24 * HOUR);
    await make(number, { move: 'feed-back', note: '修好', media: [] }, office);
    await make(number, { move: 'check', passed: true, note: '', media: [] }, person('collector'));
    await make(number, { move: 'close', note: '', forced: false }, officer);
    expect((await log.snapshot()).ended).toEqual([]);
    await make(number, { move: 'ask', kind: 'appeal', reason: '非本单位责任', until: null, instance: null }, office);
    const { ended } = await log.snapshot();
    expect(ended).toMatchObject([{ number, waits: { requests: [{ kind: 'appeal' }], supervisions: [] } }]);
    await make(number, { move: 'answer', request: 1, granted: true, reason: '同意' }, officer);
    expect((await log.snapshot()).ended).toEqual([]);
  });
});
