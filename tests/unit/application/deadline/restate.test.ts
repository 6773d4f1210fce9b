import { expect, it } from 'vitest';
import { restateClocks, type ClockMark } from '#application/deadline/restate-clocks.ts';
import { CaseWriter } from '#application/case/writer.ts';
import type { LogEntry } from '#application/ports.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { ManualClock } from '../../../fixtures/manual-clock.ts';
import { aReport, person, smallPlatform } from '../../../fixtures/small-platform.ts';

const FRIDAY = Date.parse('2026-11-20T16:40:00+08:00');
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

it('counts open deadlines again when a year’s holidays come, once, and leaves the others alone', async () => {
  const clock = new ManualClock(FRIDAY);
  const city = smallPlatform(() => clock.now());
  const officer = person('duty-officer');
  for (const id of ['over the holiday', 'before it']) {
    const [answer] = await city.reports([aReport(id, { reportedAt: FRIDAY })]);
    const number = answer?.status === 'rejected' ? '' : (answer?.caseNumber ?? '');
    const conditionNo = id === 'before it' ? 1 : 4;
    await city.move(number, { move: 'accept' }, officer);
    await city.move(number, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo }, officer);
    await city.move(number, { move: 'dispatch', department: 'd', supporting: [], note: '' }, officer);
  }
  const monday = { date: '2026-11-23', workday: false, name: { zh: '假', en: 'Holiday' }, source: 'a test' };
  const calendar = compileCalendar({
    ...chinaCalendar,
    version: 'with a holiday',
    specialDays: [...chinaCalendar.specialDays, monday],
  });
  let version: string | null = chinaCalendar.version;
  const mark: ClockMark = { read: async () => version, write: async (next) => void (version = next) };
  const writer = new CaseWriter({
    log: city.log,
    calendar: () => calendar,
    thresholds: defaultThresholds,
    onCommitted: (entries) => city.entries.push(...entries),
  });
  const older = async (): Promise<CompiledCalendar> => compileCalendar(chinaCalendar);
  const again = async (): Promise<number> => {
    const { cases } = await city.log.snapshot();
    const onCommitted = (entries: LogEntry[]): void => void city.entries.push(...entries);
    const parts = { mark, calendar, older, thresholds: defaultThresholds, writer, log: city.log, onCommitted, clock };
    return restateClocks({ cases: () => cases, ...parts });
  };

  const before = (await city.log.snapshot()).cases.map(({ stageClock }) => stageClock);
  expect(before[0]?.dueAt).toBe(at('2026-11-23 10:40') + 3);
  expect(await again()).toBe(2);
  const [moved, other] = (await city.log.snapshot()).cases;
  expect(moved?.stageClock).toMatchObject({ round: 1, dueAt: at('2026-11-24 10:40') + 3 });
  // Its stage ends on Friday; the whole-case clock runs over the holiday.
  expect(other?.stageClock?.dueAt).toBe(before[1]?.dueAt);
  expect(city.entries.at(-1)).toMatchObject({ kind: 'restated', change: { to: 'with a holiday' }, cases: [{}, {}] });
  const { entries } = await city.log.settle(10);
  expect(entries).toMatchObject([{ event: { data: { type: 'restated', to: 'with a holiday' } } }, {}]);
  expect(await again()).toBe(0);
});
