import { expect, test } from 'vitest';
import { plainCalendar, type Calendar } from '#domain/calendar/calendar.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { dayInfo } from '#domain/calendar/days.ts';
import { localDifference } from '#domain/calendar/local-difference.ts';
import { computeClock } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { renderExplanation } from '#domain/clock/render.ts';

const name = { zh: '滨海新区', en: 'Binhai' };
const fair = {
  date: '2026-03-02',
  workday: false,
  name: { zh: '开海节', en: 'Fishing festival' },
  source: 'the district',
};
const city: Calendar = {
  ...plainCalendar,
  specialDays: [{ ...fair, date: '2026-03-03', name: { zh: '市', en: 'city' } }],
  districts: {
    '120116': {
      name,
      hours: [{ intervals: [['09:00', '17:00']] }],
      specialDays: [fair, { ...fair, date: '2026-03-03', workday: true }],
    },
    '120101': { name: { zh: '和平区', en: 'Heping' }, workweek: [1, 2, 3, 4, 5, 6] },
  },
};
const compiled = compileCalendar(city);

test('a district’s calendar is the city’s with its own rules over it', () => {
  const binhai = calendarAt(compiled, '120116');
  expect(dayInfo(binhai, '2026-03-02')).toMatchObject({ workday: false, name: { en: 'Fishing festival' } });
  expect(dayInfo(binhai, '2026-03-03')).toMatchObject({ workday: true, hours: [['09:00', '17:00']] });
  expect(dayInfo(compiled, '2026-03-03').workday).toBe(false);
  expect(binhai.workingDayMs).toBe(8 * 3_600_000);
  expect(dayInfo(calendarAt(compiled, '120101'), '2026-03-07').workday).toBe(true);
  expect(dayInfo(calendarAt(compiled, '120101'), '2026-03-07').hours).toEqual(dayInfo(compiled, '2026-03-04').hours);
});

test('a district without rules, and a case without a district, have the city’s', () => {
  expect(calendarAt(compiled, '120102')).toBe(compiled);
  expect(calendarAt(compiled, null)).toBe(compiled);
  const binhai = calendarAt(compiled, '120116');
  expect(calendarAt(binhai, '120101')).toBe(binhai);
  expect(calendarAt(compiled, '120116')).toBe(binhai);
});

test('a 工作日 of a district is as long as its own hours, unless somebody says otherwise', () => {
  const half = { name, hours: [{ intervals: [['08:00', '12:00']] as const }] };
  const of = (given: Partial<Calendar>): number =>
    calendarAt(compileCalendar({ ...plainCalendar, workingDayMs: 7 * 3_600_000, ...given }), '120116').workingDayMs;
  expect(of({ districts: { '120116': half } })).toBe(4 * 3_600_000);
  expect(of({ districts: { '120116': { ...half, workingDayMs: 6 * 3_600_000 } } })).toBe(6 * 3_600_000);
  expect(of({ districts: { '120116': { name, workweek: [1, 2] } } })).toBe(7 * 3_600_000);
});

test('an explanation says whose hours count', () => {
  const binhai = calendarAt(compiled, '120116');
  const facts: ClockFacts = {
    startedAt: Date.parse('2026-03-04T16:00+08:00'),
    limit: { value: 2, unit: 'working-hour' },
    pauses: [],
    extensions: [],
  };
  expect(new Date(computeClock(facts, binhai).dueAt ?? 0).toISOString()).toBe('2026-03-05T02:00:00.000Z');
  expect(renderExplanation(explainClock(facts, binhai), 'en', binhai)[1]).toBe('Binhai hours 09:00–17:00');
  expect(renderExplanation(explainClock(facts, binhai), 'zh', binhai)[1]).toBe('按滨海新区工作时间 09:00–17:00');
  expect(explainClock(facts, compiled).map(({ kind }) => kind)).not.toContain('local-hours');
  const running: ClockFacts = { ...facts, limit: { value: 2, unit: 'urgent-hour' } };
  expect(explainClock(running, binhai).map(({ kind }) => kind)).not.toContain('local-hours');
});

test('what changed for one district is no difference for the others', () => {
  const moved = compileCalendar({
    ...city,
    districts: { ...city.districts, '120116': { name, hours: [{ intervals: [['10:00', '18:00']] }] } },
  });
  const differ = localDifference(compiled, moved);
  expect(differ('120101')).toEqual({ since: Infinity, seasons: false });
  expect(differ(null)).toEqual({ since: Infinity, seasons: false });
  expect(differ('120116').since).toBeLessThan(Date.parse('2010-01-05'));
  const sown = compileCalendar({
    ...city,
    seasons: { planting: { spans: [{ from: '03-10', to: '04-20' }], clock: 'starts' } },
  });
  expect(localDifference(compiled, sown)('120101')).toEqual({ since: Infinity, seasons: true });
  expect(localDifference(null, compiled)(null)).toEqual({ since: -Infinity, seasons: true });
});
