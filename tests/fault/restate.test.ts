import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { readAuditRows } from '#adapters/postgres/audit-rows.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createClockMark } from '#adapters/postgres/clock-mark.ts';
import { createCalendarSource, createCalendarStore } from '#adapters/postgres/lists/calendar-store.ts';
import { auditAlerts, isSound } from '#application/audit/audit.ts';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { calendarList } from '#application/calendar/calendar-list.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { foldCase } from '#domain/case/fold.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { createTestDatabase, type TestDatabase } from '../integration/postgres.ts';

const CASES = 12_000;
const PATIENCE_MS = 90_000;
const REPORTED = Date.parse('2026-11-20T09:00:00+08:00');
const by = { kind: 'person', id: 'admin', name: '管理员' } as const;
const notice = {
  name: '2027.json',
  options: {},
  bytes: Buffer.from(
    JSON.stringify({ year: 2027, papers: ['p'], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] }),
  ),
};

const HOLD_SECOND = `CREATE FUNCTION hold_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM restatement) THEN PERFORM pg_advisory_xact_lock(20270101); END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER hold_second BEFORE INSERT ON restatement FOR EACH ROW EXECUTE FUNCTION hold_second()`;

/** A case of 400 working hours from the end of November: it is due next year. */
function eventsOf(index: number): CaseEvent[] {
  const at = REPORTED + index * 100;
  const actor = { kind: 'person', id: 'p', name: 'p' } as const;
  const place = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };
  return [
    {
      ...{ eventId: 'reported', at, recordedAt: at, actor },
      data: {
        ...{ type: 'reported', conduct: 'own', channel: 'collector', categoryKey: null, conditionNo: null },
        ...{ description: '', address: '', position: null, place, reporter: null, media: [], dueGiven: null },
        limit: { value: 400, unit: 'working-hour' },
      },
    },
  ];
}

describe('a keeper of the calendar killed while a holiday notice moves the deadlines', () => {
  let test: TestDatabase;
  let database: Database;
  let keeper: ChildProcess | null = null;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = createDatabase(test.url);
    const { version, zone } = chinaCalendar;
    const document = JSON.parse(JSON.stringify(chinaCalendar)) as object;
    await database.prisma.calendarVersion.create({ data: { id: version, zone, document, current: true } });
    await database.pool.query(`INSERT INTO seed_mark (part, version, own) VALUES ('calendar', 'seed', false)`);
    await createClockMark(database.pool).write(version);
    const log = createCaseLog(database.pool);
    const calendar = compileCalendar(chinaCalendar);
    for (let from = 0; from < CASES; from += 2_000) {
      await log.transact({}, false, () =>
        Array.from({ length: 2_000 }, (_, offset) => {
          const events = eventsOf(from + offset);
          const state = foldCase(events);
          const clocks = runningClocks(state, calendar, defaultThresholds);
          const named = {
            source: 'fault',
            externalId: String(from + offset),
            numberPrefix: 'X0000',
            numberDay: '20261120',
          };
          return { kind: 'new' as const, ...named, simulated: true, events, state, clocks };
        }),
      );
    }
  });
  afterAll(async () => {
    await kill();
    await database.close();
    await test.drop();
  });

  const kill = async (): Promise<void> => {
    const child = keeper;
    keeper = null;
    if (child === null || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const start = (): void => {
    keeper = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'keep-calendar.ts')], {
      env: { ...process.env, DATABASE_URL: test.url },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  };
  const one = async <Row extends object>(text: string): Promise<Row> =>
    (await database.pool.query<Row>(text)).rows[0] as Row;
  const until = async (text: string): Promise<void> => {
    for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS;) {
      if ((await one<{ yes: boolean }>(`SELECT (${text}) AS yes`)).yes) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`it did not come about: ${text}`);
  };

  it('finishes at the next start: every deadline moved once, nothing lost, the auditor content', async () => {
    // The second entry waits for this test: the server is killed with one stored and the next not committed.
    await database.pool.query(HOLD_SECOND);
    const holder = await database.pool.connect();
    await holder.query('SELECT pg_advisory_lock(20270101)');
    const list = calendarList(createCalendarStore(database.pool), createListFiles(), async () => []);
    const preview = await list.preview(notice);
    await list.apply(notice, by, preview.basis);
    const to = (await createCalendarSource(database.pool).currentVersion())!;
    start();
    await until(`SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`);
    await kill();
    await holder.query('SELECT pg_advisory_unlock(20270101)');
    holder.release();
    await until(
      `SELECT count(*) = 0 FROM pg_stat_activity WHERE query LIKE '%INSERT INTO restatement%' AND pid <> pg_backend_pid()`,
    );
    await database.pool.query('DROP TRIGGER hold_second ON restatement');
    expect(await one('SELECT count(*)::int AS blocks FROM restatement')).toEqual({ blocks: 1 });
    expect(await createClockMark(database.pool).read()).not.toBe(to);

    start();
    await until(`SELECT EXISTS (SELECT FROM seed_mark WHERE part = 'clocks' AND version = '${to}')`);
    // All are in force, some not yet in their own rows: killed once more.
    await until(`SELECT count(*) > 1000 FROM log_entry WHERE type = 'restated' AND kind = 'case'`);
    await kill();
    const log = createCaseLog(database.pool);
    const pictured = (await log.snapshot()).cases;
    start();
    await until(`SELECT restating = '{}' FROM log_head`);

    const calendar = compileCalendar((await createCalendarSource(database.pool).current())!);
    const settled = (await log.snapshot()).cases;
    expect(settled).toEqual(pictured);
    const { rows } = await database.pool.query<{ id: number; state: CaseState }>('SELECT id, state FROM city_case');
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    const wrong = settled.filter(({ id, version, stageClock, wholeClock }) => {
      const counted = runningClocks(states.get(id)!, calendar, defaultThresholds);
      return version !== 2 || JSON.stringify(counted) !== JSON.stringify({ stageClock, wholeClock });
    });
    expect(wrong).toEqual([]);
    expect(settled).toHaveLength(CASES);
    const audit = await readAuditRows(database.pool);
    expect(
      [...audit.events.values()].filter((events) => events.map(({ type }) => type).join() !== 'reported,restated'),
    ).toEqual([]);
    const report = auditAlerts(
      audit.events,
      audit.alerts,
      new CalendarShelf(audit.calendars, 'Asia/Shanghai'),
      Date.now(),
    );
    expect(isSound(report)).toBe(true);
  }, 400_000);
});
