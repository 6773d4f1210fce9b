import { expect, test } from 'vitest';
import type { Calendar, SpecialDay } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { firstDifference } from '#domain/calendar/difference.ts';
import { withNotices } from '#domain/calendar/notice.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const day = (date: string, workday: boolean): SpecialDay => {
  return { date, workday, name: { zh: '假', en: 'Holiday' }, source: 'a test' };
};
const china = compileCalendar(chinaCalendar);
const changed = (change: Partial<Calendar>): number =>
  firstDifference(china, compileCalendar({ ...chinaCalendar, ...change }));

test('two calendars differ from the first moment that one works and the other does not', () => {
  const specialDays = [...chinaCalendar.specialDays, day('2026-11-23', false)];
  expect(changed({ specialDays })).toBe(at('2026-11-23T08:00'));
  expect(changed({ specialDays: [...chinaCalendar.specialDays, day('2026-11-22', true)] })).toBe(
    at('2026-11-22T08:00'),
  );
  const longer = {
    intervals: [
      ['08:00', '12:00'],
      ['14:00', '18:30'],
    ] as const,
    since: '2026-12-01',
  };
  expect(changed({ hours: [...chinaCalendar.hours, longer] })).toBe(at('2026-12-01T18:00'));
});

test('a year that is published makes a difference from its first moment on', () => {
  const notice = { year: 2027, days: [day('2027-02-08', false)] };
  expect(firstDifference(china, compileCalendar(withNotices(chinaCalendar, [notice], 'v')))).toBe(
    at('2027-01-01T00:00'),
  );
});

test('calendars alike differ never, whatever years their tables hold; another length of day differs always', () => {
  expect(changed({})).toBe(Infinity);
  expect(changed({ firstYear: 2005, lastYear: 2050 })).toBe(Infinity);
  expect(changed({ workingDayMs: 1 })).toBe(-Infinity);
});
