import { describe, expect, test } from 'vitest';
import { defaultHours, plainCalendar, type Calendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { dateAt, dayBounds, dayInfo, localTime } from '#domain/calendar/days.ts';
import { workingStateAt } from '#domain/calendar/working-state.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const china = compileCalendar(chinaCalendar);
const shanghai = (local: string): number => Date.parse(`${local}+08:00`);
const compiled = (change: Partial<Calendar>) => compileCalendar({ ...plainCalendar, ...change });

describe('a day', () => {
  test('worked by its weekday has the default hours and no source', () => {
    expect(dayInfo(china, '2026-11-20')).toEqual({
      date: '2026-11-20',
      weekday: 5,
      workday: true,
      kind: 'workday',
      hours: [
        ['08:00', '12:00'],
        ['14:00', '18:00'],
      ],
      name: null,
      source: null,
      provisional: false,
    });
  });

  test('past the last published year is provisional and follows its weekday', () => {
    expect(dayInfo(china, '2027-01-01')).toMatchObject({ workday: true, provisional: true, kind: 'workday' });
    expect(dayInfo(china, '2026-12-31').provisional).toBe(false);
  });

  test('has the hours of its season, of its date range, or of the last rule that holds', () => {
    const seasons = compiled({
      hours: [
        ...defaultHours,
        { intervals: [['07:30', '11:30']], season: { from: '11-15', to: '03-15' } },
        { intervals: [['10:00', '24:00']], since: '2026-12-01', until: '2026-12-31' },
      ],
    });
    expect(dayInfo(seasons, '2026-11-13').hours).toHaveLength(2);
    expect(dayInfo(seasons, '2026-11-16').hours).toEqual([['07:30', '11:30']]);
    expect(dayInfo(seasons, '2027-03-15').hours).toEqual([['07:30', '11:30']]);
    expect(dayInfo(seasons, '2027-03-16').hours).toHaveLength(2);
    expect(dayInfo(seasons, '2026-12-01').hours).toEqual([['10:00', '24:00']]);
  });

  test('begins and ends at local midnight, whatever the zone does to its clocks', () => {
    const newYork = compiled({ zone: 'America/New_York' });
    const { from, to } = dayBounds(newYork, '2026-03-08');
    expect((to - from) / 3_600_000).toBe(23);
    expect(dateAt(newYork, to - 1)).toBe('2026-03-08');
    expect(dateAt(newYork, to)).toBe('2026-03-09');
    expect(localTime(newYork, from + 2 * 3_600_000)).toEqual({ date: '2026-03-08', weekday: 7, time: '03:00' });
    const saoPaulo = compiled({ zone: 'America/Sao_Paulo' });
    expect(localTime(saoPaulo, dayBounds(saoPaulo, '2017-10-15').from).time).toBe('01:00');
    const apia = compiled({ zone: 'Pacific/Apia' });
    const skipped = dayBounds(apia, '2011-12-30');
    expect(skipped.from).toBe(skipped.to);
    expect(dayInfo(apia, '2011-12-30').hours).toEqual([]);
  });

  test.each(['2026-02-29', '2026-1-1', 'tomorrow', '2041-01-01', '2009-12-31'])('"%s" is refused', (date) => {
    expect(() => dayInfo(china, date)).toThrow(RangeError);
  });
});

describe('working hours', () => {
  const morning = { from: shanghai('2026-11-20T08:00'), to: shanghai('2026-11-20T12:00') };
  const afternoon = { from: shanghai('2026-11-20T14:00'), to: shanghai('2026-11-20T18:00') };
  const monday = { from: shanghai('2026-11-23T08:00'), to: shanghai('2026-11-23T12:00') };

  test.each([
    ['2026-11-20T07:59', { working: false, current: null, next: morning }],
    ['2026-11-20T08:00', { working: true, current: morning, next: afternoon }],
    ['2026-11-20T12:00', { working: false, current: null, next: afternoon }],
    ['2026-11-20T17:59', { working: true, current: afternoon, next: monday }],
    ['2026-11-21T10:00', { working: false, current: null, next: monday }],
  ])('at %s run or come next', (local, state) => {
    expect(workingStateAt(china, shanghai(local))).toEqual(state);
  });

  test('end with the calendar', () => {
    expect(workingStateAt(china, shanghai('2040-12-31T18:00'))).toEqual({ working: false, current: null, next: null });
  });
});

describe('a calendar', () => {
  test.each([
    [
      'hours that overlap',
      {
        hours: [
          {
            intervals: [
              ['08:00', '12:00'],
              ['11:00', '18:00'],
            ],
          },
        ],
      },
      /without overlap/,
    ],
    ['hours over midnight', { hours: [{ intervals: [['22:00', '02:00']] }] }, /ascend/],
    ['no such time', { hours: [{ intervals: [['08:00', '12:60']] }] }, /time of day: "12:60"/],
    [
      'hours for part of the year only',
      { hours: [{ intervals: [], season: { from: '01-01', to: '02-01' } }] },
      /every day/,
    ],
    ['a weekday 0', { workweek: [0, 1] }, /ISO weekdays/],
    ['years backwards', { firstYear: 2030, lastYear: 2029 }, /years 2030 to 2029/],
    ['a zone nobody knows', { zone: 'Asia/Nowhere' }, /Asia\/Nowhere/],
    [
      'a day said twice',
      { specialDays: [...chinaCalendar.specialDays.slice(0, 1), ...chinaCalendar.specialDays] },
      /twice/,
    ],
  ] as const)('with %s is refused', (_, change, message) => {
    expect(() => compiled(change)).toThrow(message);
  });
});
