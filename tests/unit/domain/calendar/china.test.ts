import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { dayInfo } from '#domain/calendar/days.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const china = compileCalendar(chinaCalendar);
const dataFolder = process.env['CITYWALL_TEST_DATA'];
const published = dataFolder ? join(dataFolder, 'calendar/workdays_2018-2025.csv') : '';

function workdaysOf(year: number): number {
  let count = 0;
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    if (dayInfo(china, new Date(at).toISOString().slice(0, 10)).workday) count++;
  }
  return count;
}

describe('China’s calendar', () => {
  test.each([
    ['2020-01-31', 'holiday', '春节'],
    ['2020-02-02', 'holiday', '春节'],
    ['2020-02-03', 'workday', null],
    ['2020-01-19', 'makeup-workday', '春节'],
    ['2024-02-04', 'makeup-workday', '春节'],
    ['2024-02-09', 'workday', null],
    ['2025-01-26', 'makeup-workday', '春节'],
    ['2025-01-27', 'workday', null],
    ['2025-01-28', 'holiday', '春节'],
    ['2019-05-02', 'holiday', '劳动节'],
    ['2023-10-07', 'makeup-workday', '国庆节'],
    ['2026-02-28', 'makeup-workday', '春节'],
    ['2026-10-10', 'makeup-workday', '国庆节'],
    ['2026-11-21', 'weekend', null],
  ])('has %s as %s', (date, kind, name) => {
    const day = dayInfo(china, date);
    expect([day.kind, day.name?.zh ?? null]).toEqual([kind, name]);
    expect(day.source === null).toBe(name === null);
  });

  test.each([
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('works %d on %d days', (year, workdays) => {
    expect(workdaysOf(year)).toBe(workdays);
  });

  test.skipIf(!existsSync(published))('equals the published notices on every day of 2018 to 2025', () => {
    const rows = readFileSync(published, 'utf8').trim().split(/\r?\n/).slice(1);
    const different = rows
      .map((row) => row.split(','))
      .filter(([date, , workday]) => dayInfo(china, date ?? '').workday !== (workday === '1'));
    expect(different).toEqual([]);
    expect(rows).toHaveLength(2922);
  });
});
