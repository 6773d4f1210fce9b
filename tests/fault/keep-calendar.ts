// What a server does about its calendar at start, alone: counts open clocks again where it changed, then gives each case
// its own event. For tests that kill it in the middle. Says `kept` once all deadlines are those of the calendar in force.
import { createClock } from '#adapters/memory/clock.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { createCalendarSource } from '#adapters/postgres/lists/calendar-store.ts';
import { CaseWriter } from '#application/case/writer.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { keepCalendar } from '../../server/compose/calendar.ts';
import type { City } from '../../server/compose/city.ts';

const pool = createPool(process.env['DATABASE_URL'] ?? '', { max: 4 });
const current = await createCalendarSource(pool).current();
if (current === null) throw new Error('there is no calendar in force');
const calendar = compileCalendar(current);
const log = createCaseLog(pool, { patienceMs: 60_000 });
const thresholds = defaultThresholds;
await keepCalendar({
  ...{ log, thresholds, store: { pool }, zone: current.zone, clock: createClock() },
  // Of the city nothing but its calendar is asked for while that stays the one in force.
  city: { calendar, dictionary: {} } as City,
  openCases: () => [],
  ownsDeadlines: () => true,
  writer: new CaseWriter({ log, calendar: () => calendar, thresholds, onCommitted: () => undefined }),
  onCommitted: () => undefined,
  say: () => undefined,
  onFault: (what, error) => console.error(what, error),
});
console.log('kept');
