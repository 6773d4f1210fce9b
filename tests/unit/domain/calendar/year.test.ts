import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { daysOfYear } from '#domain/calendar/year.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const dataFolder = process.env['CITYWALL_TEST_DATA'];
const notices = dataFolder ? join(dataFolder, 'calendar') : '';

function byWeekday(date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

describe('the days of a year', () => {
  test('hold every day once, make-up days with their hours and holiday', () => {
    const days = daysOfYear(chinaCalendar, 2026);
    expect(days).toHaveLength(365);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2026-01-01', '2026-12-31']);
    const saturdays = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
    expect(days.filter(({ date, workday }) => workday && !byWeekday(date)).map(({ date }) => date)).toEqual(saturdays);
    expect(days.find(({ date }) => date === '2026-02-28')).toMatchObject({
      workday: true,
      hours: 8,
      provisional: false,
    });
    expect(days.find(({ date }) => date === '2026-02-28')?.source).toContain('春节');
    expect(days.filter(({ workday }) => workday)).toHaveLength(248);
    expect(days.every(({ workday, hours }) => hours === (workday ? 8 : 0))).toBe(true);
  });

  test.each([1990, 1996, 2003, 2027, 2100])('follow the weekday and are provisional in %d', (year) => {
    const days = daysOfYear(chinaCalendar, year);
    expect(days).toHaveLength(year === 1996 ? 366 : 365);
    for (const { date, workday, hours, provisional } of days)
      expect([date, workday, hours, provisional]).toEqual([date, byWeekday(date), byWeekday(date) ? 8 : 0, true]);
  });

  test('count hours on a day whose clocks change, as that day has them', () => {
    const around = {
      ...plainCalendar,
      zone: 'America/New_York',
      workweek: [7],
      hours: [{ intervals: [['00:00', '24:00']] }],
    } as const;
    const hours = daysOfYear(around, 2026).filter(({ hours: worked }) => worked > 0 && worked !== 24);
    expect(hours.map(({ date, hours: worked }) => [date, worked])).toEqual([
      ['2026-03-08', 23],
      ['2026-11-01', 25],
    ]);
  });

  test.skipIf(!existsSync(notices))('equal the published notices', () => {
    const special = new Map<string, boolean>();
    const files = readdirSync(notices).filter((name) => name.startsWith('holiday-cn_'));
    for (const name of files) {
      const { days } = JSON.parse(readFileSync(join(notices, name), 'utf8')) as {
        days: { date: string; isOffDay: boolean }[];
      };
      for (const { date, isOffDay } of days) special.set(date, !isOffDay);
    }
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const days = daysOfYear(chinaCalendar, Number(/\d{4}/.exec(name)?.[0]));
      expect(days.filter(({ date, workday }) => workday !== (special.get(date) ?? byWeekday(date)))).toEqual([]);
    }
  });
});
