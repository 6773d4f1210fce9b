import { expect, test } from 'vitest';
import { plainCalendar, type SpecialDay } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { withNotices } from '#domain/calendar/notice.ts';
import { isProvisionalAt, isPublished, provisionalSince } from '#domain/calendar/published.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

function day(date: string, workday = false): SpecialDay {
  return { date, workday, name: { zh: '假', en: 'Holiday' }, source: 'a test' };
}

test('a notice replaces its own year’s days, those in the December before too, and no other’s', () => {
  const calendar = withNotices(chinaCalendar, [{ year: 2019, days: [day('2018-12-31'), day('2019-01-01')] }], 'v');
  const dates = calendar.specialDays.map(({ date }) => date);
  expect(dates.filter((date) => date >= '2018-10-08' && date < '2020')).toEqual(['2018-12-31', '2019-01-01']);
  expect(dates.filter((date) => date > '2020').length).toBe(
    chinaCalendar.specialDays.filter(({ date }) => date > '2020').length,
  );
  const again = withNotices(calendar, [{ year: 2018, days: [day('2018-05-01')] }], 'w');
  const kept = again.specialDays.filter(({ date }) => date.startsWith('2018')).map(({ date }) => date);
  expect(kept).toEqual(['2018-05-01', '2018-12-31']);
});

test('years are published in one run; one that comes after a gap stands apart until the gap is closed', () => {
  const calendar = withNotices(chinaCalendar, [{ year: 2028, days: [day('2028-01-03')] }], 'v');
  expect([2003, 2004, 2026, 2027, 2028, 2029].map((year) => isPublished(calendar, year))).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  const closed = withNotices(calendar, [{ year: 2027, days: [day('2027-01-01')] }], 'w');
  expect(closed).toMatchObject({ publishedFrom: 2004, publishedThrough: 2028 });
  expect(closed.publishedAlso).toBeUndefined();
});

test('a notice without days publishes nothing', () => {
  const calendar = withNotices(chinaCalendar, [{ year: 2027, days: [] }], 'v');
  expect(calendar.publishedThrough).toBe(2026);
});

test('an instant is provisional before, between and after the published years', () => {
  const calendar = compileCalendar(
    withNotices({ ...chinaCalendar, lastYear: 2031 }, [{ year: 2028, days: [day('2028-01-03')] }], 'v'),
  );
  const at = (text: string): number => Date.parse(`${text}T00:00:00+08:00`);
  const dates = ['2003-12-31', '2004-01-01', '2026-12-31', '2027-01-01', '2028-01-01', '2029-01-01'];
  expect(dates.map((date) => isProvisionalAt(calendar, at(date)))).toEqual([true, false, false, true, false, true]);
  expect(provisionalSince(calendar, at('2026-05-01'))).toBe(at('2027-01-01'));
  expect(provisionalSince(calendar, at('2028-05-01'))).toBe(at('2029-01-01'));
  expect(provisionalSince(compileCalendar(plainCalendar), at('2011-01-01'))).toBe(at('2041-01-01'));
});
