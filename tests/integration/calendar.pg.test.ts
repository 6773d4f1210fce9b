import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditAlerts, isSound } from '#application/audit/audit.ts';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { calendarList } from '#application/calendar/calendar-list.ts';
import { watchCalendar } from '#application/calendar/calendar-watch.ts';
import { DeadlineKeeper } from '#application/deadline/keeper.ts';
import { restateClocks } from '#application/deadline/restate-clocks.ts';
import type { ListKind } from '#application/lists/list-kind.ts';
import type { Lease, LogEntry } from '#application/ports.ts';
import { explainCase } from '#application/query/explain-case.ts';
import { firedUnder, restatementsOf } from '#application/query/calendar-changes.ts';
import { createListFiles } from '#adapters/files/list-files.ts';
import { readAuditRows } from '#adapters/postgres/audit-rows.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createClockMark } from '#adapters/postgres/clock-mark.ts';
import { createCaseQueries } from '#adapters/postgres/queries/cases.ts';
import { createCalendarSource, createCalendarStore } from '#adapters/postgres/lists/calendar-store.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { ManualClock } from '../fixtures/manual-clock.ts';
import { aReport, calendar, person, smallPlatform } from '../fixtures/small-platform.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const START = at('2026-12-31 09:30');
const officer = person('duty-officer');
const by = { kind: 'person', id: 'admin', name: '管理员' } as const;
const always: Lease = {
  start: () => Promise.resolve(),
  isHeld: () => true,
  onChange: () => () => undefined,
  stop: () => Promise.resolve(),
};
const notice = {
  name: '2027.json',
  options: {},
  bytes: Buffer.from(
    JSON.stringify({
      year: 2027,
      papers: ['https://example.org/2027'],
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2027-01-02', isOffDay: false },
      ],
    }),
  ),
};

let place: TestDatabase;
let database: Database;
let list: ListKind;
beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 4 });
  const { version, zone } = chinaCalendar;
  await database.prisma.calendarVersion.create({
    data: {
      id: version,
      zone,
      document: JSON.parse(JSON.stringify(chinaCalendar)) as object,
      current: true,
      createdAt: new Date(0),
    },
  });
  await database.pool.query(`INSERT INTO seed_mark (part, version, own) VALUES ('calendar', 'seed', false)`);
  list = calendarList(createCalendarStore(database.pool), createListFiles(), async () => []);
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

test('a notice that comes while cases run moves their deadlines, keeps what fired, and audits clean', async () => {
  const clock = new ManualClock(START);
  const log = createCaseLog(database.pool);
  const city = smallPlatform(() => clock.now(), log);
  const onCommitted = (entries: readonly LogEntry[]): void => keeper.onEntries(entries);
  const keeper = new DeadlineKeeper({
    log,
    clock,
    lease: always,
    onCommitted,
    onError: (error) => expect.fail(String(error)),
  });
  await keeper.start();
  const [answer] = await city.reports([aReport('over the new year', { reportedAt: START })]);
  const number = answer?.status === 'rejected' ? '' : (answer?.caseNumber ?? '');
  await city.move(number, { move: 'accept' }, officer);
  await city.move(number, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 8 }, officer);
  await city.move(number, { move: 'dispatch', department: 'd', supporting: [], note: '' }, officer);
  keeper.onEntries(city.entries);
  const before = (await log.snapshot()).cases[0];
  // Eight hours from half past nine: half past nine of Friday 1 January, a workday until the notice comes.
  expect(before?.stageClock).toMatchObject({ provisional: true });
  expect(Math.floor(((before?.stageClock?.dueAt ?? 0) - at('2027-01-01 09:30')) / 1000)).toBe(0);
  await clock.goTo(at('2026-12-31 17:57'));
  await untilAlert(1);

  const preview = await list.preview(notice);
  expect(preview).toMatchObject({ counts: { rows: 2, added: 2, changed: 1, removed: 0 }, problems: [] });
  const watch = watchCalendar({
    source: createCalendarSource(database.pool),
    inForce: () => calendar.calendar.version,
    take: (next) => void Object.assign(calendar, compileCalendar(next)),
    ownsDeadlines: () => true,
    restate: async () => {
      const { cases } = await log.snapshot();
      const mark = createClockMark(database.pool);
      await restateClocks({
        cases: () => cases,
        mark,
        calendar,
        older: async () => compileCalendar(chinaCalendar),
        thresholds: defaultThresholds,
        writer: city.parts.writer,
        ...{ log, clock, onCommitted: (entries) => keeper.onEntries(entries) },
      });
    },
    onError: (error) => expect.fail(String(error)),
  });
  await createClockMark(database.pool).write(chinaCalendar.version);
  await list.apply(notice, by, preview.basis);
  await watch.look();
  await watch.stop();

  // Before the case's own event is written, the picture, the case and the auditor know of it.
  const unsettled = await readAuditRows(database.pool);
  expect([...unsettled.events.values()][0]?.at(-1)).toMatchObject({ type: 'restated', data: { to: '2027-2' } });
  const detail = await createCaseQueries(database.pool).caseByNumber(number, { place: null, department: null });
  expect(detail?.events.at(-1)?.data.type).toBe('restated');
  expect(detail?.stored.state.instances.at(-1)?.round).toBe(1);
  const after = (await log.snapshot()).cases[0];
  expect(detail?.summary).toEqual(after);
  expect((await log.settle(10)).entries).toMatchObject([
    { kind: 'case', event: { data: { type: 'restated' } }, after },
  ]);
  expect(after?.stageClock).toMatchObject({ round: 1, provisional: false });
  expect((after?.stageClock?.dueAt ?? 0) - (before?.stageClock?.dueAt ?? 0)).toBe(86_400_000);
  const rows = await readAuditRows(database.pool);
  expect(rows.alerts).toHaveLength(1);
  const [stored] = (
    await log.transact({ numbers: [number] }, true, (found) => {
      const known = found.byNumber(number);
      expect(known).toBeDefined();
      const events = known ? found.eventsOf(known.id) : [];
      const changes = restatementsOf(events);
      expect(changes).toMatchObject([{ from: 'cn-2026', to: '2027-2' }]);
      const clocks = known ? explainCase(known.state, calendar, defaultThresholds, clock.now(), changes) : [];
      expect(clocks.at(-1)?.steps.map(({ kind }) => kind)).toContain('restated');
      return [];
    })
  ).cases;
  expect(stored).toBeUndefined();
  keeper.onEntries(city.entries);
  await clock.goTo(at('2027-01-02 12:00'));
  await untilAlert(5);
  await keeper.stop();
  const done = await readAuditRows(database.pool);
  const report = auditAlerts(done.events, done.alerts, new CalendarShelf(done.calendars, 'Asia/Shanghai'), clock.now());
  expect({ ...report, maxLatenessMs: 0 }).toMatchObject({ lost: [], spurious: [], early: [], wrongInstant: [] });
  expect(isSound(report)).toBe(true);
});

test('an undo is a new version with the old days', async () => {
  const [current, first] = await list.versions();
  expect([current?.note, first?.version]).toEqual(['2027.json', '1']);
  await list.undo('1', by);
  const source = createCalendarSource(database.pool);
  expect(await source.currentVersion()).toBe('2026-3');
  expect({ ...(await source.current()), version: '' }).toEqual({ ...chinaCalendar, version: '' });
});

test('a file that is wrong leaves everything as it was', async () => {
  const bad = { name: 'bad.csv', options: {}, bytes: Buffer.from('date,workday\n2027-13-01,0\n') };
  const { basis, problems, counts } = await list.preview(bad);
  expect(problems).toMatchObject([{ line: 2, field: 'date', refuses: true }]);
  expect(counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
  await expect(list.apply(bad, by, basis)).rejects.toMatchObject({ problems: [{ line: 2 }] });
  expect(await createCalendarSource(database.pool).currentVersion()).toBe('2026-3');
});

test('an alert says which calendar it fired under once that is no longer in force', () => {
  const changes = [{ at: 5, recordedAt: 5, from: 'a', to: 'b' }];
  const alert = { firedAt: 4 } as Parameters<typeof firedUnder>[0];
  expect(firedUnder(alert, changes)).toMatchObject({ firedUnder: 'a' });
  expect(firedUnder({ ...alert, firedAt: 6 }, changes)).toEqual({ ...alert, firedAt: 6 });
});

/** Alerts are committed behind the clock's back. */
async function untilAlert(count: number): Promise<void> {
  await expect.poll(async () => (await readAuditRows(database.pool)).alerts.length, { timeout: 5_000 }).toBe(count);
}
