import { expect, test } from 'vitest';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { judgeCases, verdictOf, type StoredWhole } from '#application/import/verdicts.ts';
import type { WholeClock } from '#domain/case/case.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const calendar = compileCalendar(chinaCalendar);
const start = Date.UTC(2026, 0, 5);
const hour = 3_600_000;

function clock(dueAt: number | null, stoppedAt: number | null): WholeClock {
  return { round: 0, startedAt: start, stoppedAt, limit: null, dueGiven: dueAt, extensions: [], pauses: [] };
}

test.each([
  ['no clock', null, 'ONTIME'],
  ['no due instant', clock(null, null), 'ONTIME'],
  ['ended at the due instant', clock(start + hour, start + hour), 'ONTIME'],
  ['ended after it', clock(start + hour, start + hour + 1), 'OVERDUE'],
  ['open, due later', clock(start + 11 * hour, null), 'ONTIME'],
  ['open, due at the instant of judging', clock(start + 10 * hour, null), 'ONTIME'],
  ['open, due before', clock(start + 10 * hour - 1, null), 'OVERDUE'],
  ['ended after judging, due before', clock(start + hour, start + 20 * hour), 'OVERDUE'],
  ['ended after judging, due between', clock(start + 11 * hour, start + 20 * hour), 'ONTIME'],
])('%s', (_name, whole, verdict) => {
  expect(verdictOf(whole, calendar, start + 10 * hour)).toBe(verdict);
});

test('cases are judged in the order asked for, and only those that are stored', async () => {
  const stored = new Map<string, StoredWhole>([['b', { whole: clock(start, null), districtCode: null }]]);
  for (let i = 0; i < 12_000; i++) stored.set(`c${i}`, { whole: null, districtCode: null });
  const ids = ['b', 'unknown', ...Array.from({ length: 12_000 }, (_, i) => `c${i}`)];
  const asked: number[] = [];
  const said: string[] = [];
  const counts = await judgeCases(
    async (_source, some) => {
      asked.push(some.length);
      return new Map(
        some.flatMap((id) => {
          const one = stored.get(id);
          return one ? [[id, one] as const] : [];
        }),
      );
    },
    calendar,
    'city',
    ids,
    start + hour,
    (id, verdict) => said.push(`${id} ${verdict}`),
  );
  expect(counts).toEqual({ onTime: 12_000, overdue: 1 });
  expect(said.slice(0, 2)).toEqual(['b OVERDUE', 'c0 ONTIME']);
  expect(Math.max(...asked)).toBeLessThanOrEqual(5_000);
});

test('a case is judged by the calendar of its district', async () => {
  const hours = [{ intervals: [['13:00', '17:00'] as const] }];
  const local = compileCalendar({ ...chinaCalendar, districts: { '120116': { name: { zh: '区', en: 'D' }, hours } } });
  const whole: WholeClock = { ...clock(null, null), limit: { value: 4, unit: 'working-hour' } };
  const stored = new Map(['120116', '120101'].map((districtCode) => [districtCode, { whole, districtCode }]));
  const said: string[] = [];
  // Since 8 o'clock on a Monday: used up by noon, or by five where work begins at one.
  await judgeCases(
    async () => stored,
    local,
    'city',
    ['120116', '120101'],
    start + 5 * hour,
    (id, verdict) => said.push(`${id} ${verdict}`),
  );
  expect(said).toEqual(['120116 ONTIME', '120101 OVERDUE']);
});
