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
import { createListFiles } from '#adapters/files/list-files.ts';
import { readAuditRows } from '#adapters/postgres/audit-rows.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createClockMark } from '#adapters/postgres/clock-mark.ts';
import { createCalendarSource, createCalendarStore } from '#adapters/postgres/lists/calendar-store.ts';
import { createDistrictSource } from '#adapters/postgres/lists/district-source.ts';
import { createCaseQueries } from '#adapters/postgres/queries/cases.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { renderExplanation } from '#domain/clock/render.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { ManualClock } from '../fixtures/manual-clock.ts';
import { aReport, calendar, person, smallPlatform } from '../fixtures/small-platform.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const officer = person('duty-officer');
const by = { kind: 'person', id: 'admin', name: '管理员' } as const;
const always: Lease = {
  start: () => Promise.resolve(),
  isHeld: () => true,
  onChange: () => () => undefined,
  stop: () => Promise.resolve(),
};

let place: TestDatabase;
let database: Database;
let list: ListKind;
beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 4 });
  const { version, zone } = chinaCalendar;
  const document = JSON.parse(JSON.stringify(chinaCalendar)) as object;
  await database.prisma.calendarVersion.create({
    data: { id: version, zone, document, current: true, createdAt: new Date(0) },
  });
  await database.pool.query(`INSERT INTO seed_mark (part, version, own) VALUES ('calendar', 'seed', false)`);
  await database.pool.query(
    `INSERT INTO place (code, parent_code, level, name_zh, name_en, lon, lat, area_m2, approximate, valid_from)
     VALUES ('120101', '120000', 'district', '和平区', 'Heping District', 117.2, 39.1, 1, true, 'epoch')`,
  );
  list = calendarList(createCalendarStore(database.pool), createListFiles(), createDistrictSource(database.pool));
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

test('hours that a district gets while cases run move its cases alone, say so, and go back with an undo', async () => {
  const clock = new ManualClock(at('2026-11-23 10:00'));
  const log = createCaseLog(database.pool);
  const city = smallPlatform(() => clock.now(), log);
  const onCommitted = (entries: readonly LogEntry[]): void => keeper.onEntries(entries);
  const onError = (error: unknown): void => expect.fail(String(error));
  const keeper = new DeadlineKeeper({ log, clock, lease: always, onCommitted, onError });
  await keeper.start();
  const source = createCalendarSource(database.pool);
  const mark = createClockMark(database.pool);
  await mark.write(chinaCalendar.version);
  let moved = 0;
  const watch = watchCalendar({
    source,
    inForce: () => calendar.calendar.version,
    take: (next) => void Object.assign(calendar, compileCalendar(next)),
    ownsDeadlines: () => true,
    restate: async () => {
      const { cases } = await log.snapshot();
      moved = await restateClocks({
        cases: () => cases,
        mark,
        calendar,
        older: async (version) => {
          const document = await source.byVersion(version);
          return document && compileCalendar(document);
        },
        thresholds: defaultThresholds,
        writer: city.parts.writer,
        log,
        onCommitted: (entries) => keeper.onEntries(entries),
        clock,
      });
    },
    onError,
  });

  // One case in 和平区, one outside of all districts: five working hours from ten o'clock.
  const numbers: string[] = [];
  for (const [index, lon] of [117.2, 118.5].entries()) {
    const [answer] = await city.reports([
      aReport(`case ${index}`, { reportedAt: clock.now(), position: { lon, lat: 39.1 } }),
    ]);
    const number = answer?.status === 'rejected' ? '' : (answer?.caseNumber ?? '');
    numbers.push(number);
    await city.move(number, { move: 'accept' }, officer);
    await city.move(number, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 5 }, officer);
    await city.move(number, { move: 'dispatch', department: 'd', supporting: [], note: '' }, officer);
  }
  keeper.onEntries(city.entries);
  const dueNow = async (): Promise<(number | undefined)[]> => {
    const { cases } = await log.snapshot();
    const due = (number: string): number | null | undefined =>
      cases.find((one) => one.number === number)?.stageClock?.dueAt;
    return numbers.map((number) => Math.floor((due(number) ?? 0) / 60_000) * 60_000);
  };
  expect(await dueNow()).toEqual([at('2026-11-23 17:00'), at('2026-11-23 17:00')]);

  const document = { district: '和平区', hours: '09:00-12:00,13:00-15:30' };
  const file = { name: 'heping.json', options: {}, bytes: Buffer.from(JSON.stringify(document)) };
  const preview = await list.preview(file);
  expect(preview).toMatchObject({ counts: { added: 2, changed: 0, removed: 0 }, problems: [] });
  await list.apply(file, by, preview.basis);
  await watch.look();
  expect(moved).toBe(1);
  expect(await dueNow()).toEqual([at('2026-11-24 09:30'), at('2026-11-23 17:00')]);

  const detail = await createCaseQueries(database.pool).caseByNumber(numbers[0] ?? '', {
    place: null,
    department: null,
  });
  if (!detail) throw new Error('the case is stored');
  const clocks = explainCase(detail.stored.state, calendar, defaultThresholds, clock.now());
  const disposal = clocks.find(({ stage }) => stage === 'dispose');
  expect(renderExplanation(disposal?.steps ?? [], 'en', calendar)[1]).toBe(
    'Heping District hours 09:00–12:00 13:00–15:30',
  );

  // The other case times out by the city's hours; this one is warned of only, in time until the next morning.
  await clock.goTo(at('2026-11-23 20:00'));
  await expect.poll(async () => (await readAuditRows(database.pool)).alerts.length, { timeout: 5_000 }).toBe(4);
  await clock.goTo(at('2026-11-24 09:15'));

  const versions = await list.versions();
  await list.undo(versions.at(-1)?.version ?? '', by);
  await watch.look();
  await watch.stop();
  expect((await source.current())?.districts).toBeUndefined();
  expect(await dueNow()).toEqual([at('2026-11-23 17:00'), at('2026-11-23 17:00')]);
  await clock.goTo(at('2026-11-24 12:00'));
  while ((await log.settle(100)).left) await Promise.resolve();
  const firstLate = async (): Promise<boolean> =>
    (await readAuditRows(database.pool)).alerts.filter(({ threshold }) => threshold === 'timeout').length >= 2;
  await expect.poll(firstLate, { timeout: 5_000 }).toBe(true);
  await keeper.stop();

  const done = await readAuditRows(database.pool);
  const report = auditAlerts(done.events, done.alerts, new CalendarShelf(done.calendars, 'Asia/Shanghai'), clock.now());
  expect({ ...report, maxLatenessMs: 0 }).toMatchObject({ lost: [], spurious: [], early: [], wrongInstant: [] });
  expect(isSound(report)).toBe(true);
});
