import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { addWorkingMs, workingMsBetween } from '#domain/calendar/working-time.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const china = compileCalendar(chinaCalendar);
const hour = 3_600_000;
const shanghai = (local: string): number => Date.parse(`${local}+08:00`);
const calendars = [
  china,
  compileCalendar({ ...plainCalendar, zone: 'America/New_York', hours: [{ intervals: [['00:00', '24:00']] }] }),
  compileCalendar({ ...plainCalendar, zone: 'Australia/Lord_Howe', workweek: [1, 2, 3, 4, 5, 6, 7] }),
  compileCalendar({ ...plainCalendar, zone: 'Pacific/Apia' }),
];
const anyCalendar = fc.constantFrom(...calendars);
const anyInstant = fc.integer({ min: Date.parse('2010-02-01T00:00Z'), max: Date.parse('2038-01-01T00:00Z') });
const anyWork = fc.integer({ min: 0, max: 400 * hour });

describe('working time', () => {
  test('two working days from Friday 16:40 end on Tuesday 16:40', () => {
    expect(addWorkingMs(china, shanghai('2026-11-20T16:40'), 16 * hour)).toBe(shanghai('2026-11-24T16:40'));
  });

  test('a make-up Sunday is worked and a holiday Monday is not', () => {
    expect(workingMsBetween(china, shanghai('2024-02-04T00:00'), shanghai('2024-02-05T00:00'))).toBe(8 * hour);
    expect(workingMsBetween(china, shanghai('2024-02-12T00:00'), shanghai('2024-02-13T00:00'))).toBe(0);
  });

  test('time that is used up when work ends is due then, not the next morning', () => {
    expect(addWorkingMs(china, shanghai('2026-11-20T17:00'), hour)).toBe(shanghai('2026-11-20T18:00'));
  });

  test('nothing to add leaves the instant where it is', () => {
    const night = shanghai('2026-11-21T03:00');
    expect(addWorkingMs(china, night, 0)).toBe(night);
  });

  test('a day of 23 or 25 hours that is worked round the clock counts as what it is', () => {
    const everyHour = compileCalendar({
      ...plainCalendar,
      zone: 'America/New_York',
      workweek: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ intervals: [['00:00', '24:00']] }],
    });
    const spring = workingMsBetween(everyHour, Date.parse('2026-03-08T05:00Z'), Date.parse('2026-03-09T04:00Z'));
    const autumn = workingMsBetween(everyHour, Date.parse('2026-11-01T04:00Z'), Date.parse('2026-11-02T05:00Z'));
    expect([spring / hour, autumn / hour]).toEqual([23, 25]);
  });

  test('working hours stay at their local time on both sides of a change of clocks', () => {
    const newYork = compileCalendar({ ...plainCalendar, zone: 'America/New_York' });
    expect(addWorkingMs(newYork, Date.parse('2026-03-06T17:00-05:00'), 2 * hour)).toBe(
      Date.parse('2026-03-09T09:00-04:00'),
    );
  });

  test('adding and measuring undo each other', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyWork, (calendar, from, ms) => {
        expect(workingMsBetween(calendar, from, addWorkingMs(calendar, from, ms))).toBe(ms);
      }),
      { numRuns: 2000 },
    );
  });

  test('the answer is the first instant that has the working time', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyWork, (calendar, from, ms) => {
        fc.pre(ms > 0);
        const due = addWorkingMs(calendar, from, ms);
        expect(workingMsBetween(calendar, from, due - 1)).toBe(ms - 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('more work or a later start is never due earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.nat(1e9), anyWork, fc.nat(1e8), (calendar, from, later, ms, more) => {
        const due = addWorkingMs(calendar, from, ms);
        expect(addWorkingMs(calendar, from, ms + more)).toBeGreaterThanOrEqual(due);
        expect(addWorkingMs(calendar, from + later, ms)).toBeGreaterThanOrEqual(due);
        expect(workingMsBetween(calendar, from, from + later)).toBeLessThanOrEqual(later);
      }),
      { numRuns: 2000 },
    );
  });

  test('instants and answers outside the calendar are refused by name', () => {
    expect(() => addWorkingMs(china, shanghai('2041-01-01T00:00'), hour)).toThrow(
      /2040-12-31T16:00.*years 2010 to 2040/,
    );
    expect(() => addWorkingMs(china, shanghai('2009-12-31T23:59'), hour)).toThrow(RangeError);
    expect(() => addWorkingMs(china, shanghai('2040-12-31T00:00'), 1000 * hour)).toThrow(/after calendar cn-/);
    for (const ms of [1e12, 1e15, 1e18, Infinity]) {
      expect(() => addWorkingMs(china, shanghai('2026-01-05T00:00'), ms)).toThrow(/after calendar cn-/);
    }
    expect(() => addWorkingMs(china, Number.NaN, hour)).toThrow(/NaN/);
    expect(() => addWorkingMs(china, shanghai('2026-01-05T00:00'), -1)).toThrow(RangeError);
  });
});
