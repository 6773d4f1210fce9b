import { createHash } from 'node:crypto';
import type { Database } from '#adapters/postgres/client.ts';
import { createClockMark } from '#adapters/postgres/clock-mark.ts';
import { createCalendarSource } from '#adapters/postgres/lists/calendar-store.ts';
import { watchCalendar, type CalendarWatch } from '#application/calendar/calendar-watch.ts';
import type { CaseWriter } from '#application/case/writer.ts';
import { restateClocks } from '#application/deadline/restate-clocks.ts';
import { settleRestated } from '#application/deadline/settle-restated.ts';
import type { CaseLog, Clock, LogEntry } from '#application/ports.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { ClockThresholds } from '#domain/clock/clock.ts';
import type { City } from './city.ts';

/**
 * Counts open clocks again where the calendar changed while no server ran, and from then on keeps this node's calendar
 * the one in force.
 */
export async function keepCalendar(parts: {
  store: Pick<Database, 'pool'>;
  city: City;
  /** The platform's own zone: what the calendar's dates and hours are meant in. */
  zone: string;
  openCases: () => Iterable<CaseSummary>;
  ownsDeadlines: () => boolean;
  thresholds: ClockThresholds;
  writer: CaseWriter;
  log: CaseLog;
  onCommitted: (entries: LogEntry[]) => void;
  clock: Clock;
  say: (line: string) => void;
  onFault: (what: string, error: unknown) => void;
}): Promise<CalendarWatch> {
  const { store, city, zone, openCases, thresholds, writer, log, onCommitted, clock } = parts;
  const source = createCalendarSource(store.pool);
  const settler = settleRestated({
    log,
    ownsDeadlines: parts.ownsDeadlines,
    onCommitted,
    onError: (error) => parts.onFault('restated cases could not be written one by one', error),
  });
  const restate = async (): Promise<void> => {
    const restated = await restateClocks({
      cases: openCases,
      mark: createClockMark(store.pool),
      calendar: city.calendar,
      older: async (version) => {
        const calendar = await source.byVersion(version);
        return calendar && compileCalendar({ ...calendar, zone });
      },
      thresholds,
      ...{ writer, log, onCommitted, clock },
    });
    settler.begin();
    if (restated > 0)
      parts.say(`the working calendar changed: ${restated.toLocaleString('en')} cases have other deadlines`);
  };
  await restate();
  const watch = watchCalendar({
    source,
    inForce: () => city.calendar.calendar.version,
    take: (calendar) => takeCalendar(city, { ...calendar, zone }),
    ownsDeadlines: parts.ownsDeadlines,
    restate,
    onError: (error) => parts.onFault('the calendar in force could not be taken', error),
  });
  const stop = async (): Promise<void> => {
    await watch.stop();
    await settler.stop();
  };
  return { ...watch, stop };
}

/**
 * Puts another calendar in force, for all that holds on to the city's: from the next count on they use its tables. The
 * tables begin with the same day, since what is projected counts its days from there. Screens that hold the dictionary
 * learn of its new version.
 */
function takeCalendar(city: City, calendar: Calendar): void {
  const { firstYear } = city.calendar.calendar;
  Object.assign(city.calendar, compileCalendar({ ...calendar, firstYear }));
  const named = `${city.dictionary.version} ${calendar.version}`;
  const version = createHash('sha256').update(named).digest('hex').slice(0, 16);
  Object.assign(city.dictionary, { calendar, version });
}
