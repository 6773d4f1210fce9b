import { describe, expect, test } from 'vitest';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { limitMs, parseLimitUnit } from '#domain/clock/limit.ts';

describe('a limit', () => {
  test.each([
    ['紧急工作时', 'urgent-hour'],
    ['工作时', 'working-hour'],
    ['工作日', 'working-day'],
    ['紧急工作日', 'urgent-day'],
    ['天', 'day'],
    ['自然日', 'day'],
    ['小时', 'urgent-hour'],
    ['分钟', 'minute'],
    ['分钟(连续)', 'minute'],
    [' 分钟（连续）', 'minute'],
    ['刻', null],
  ])('%s is read as %s', (name, unit) => {
    expect(parseLimitUnit(name)).toBe(unit);
  });

  test('a working day is what the calendar works, or what the city sets', () => {
    const own = compileCalendar({ ...plainCalendar, hours: [{ intervals: [['09:00', '16:00']] }] });
    const set = compileCalendar({ ...plainCalendar, workingDayMs: 6 * 3_600_000 });
    expect(limitMs({ value: 2, unit: 'working-day' }, own)).toBe(14 * 3_600_000);
    expect(limitMs({ value: 0.5, unit: 'working-day' }, set)).toBe(3 * 3_600_000);
  });

  test('a limit of nothing is refused', () => {
    const calendar = compileCalendar(plainCalendar);
    expect(() => limitMs({ value: 0, unit: 'day' }, calendar)).toThrow(RangeError);
    expect(() => limitMs({ value: Number.NaN, unit: 'day' }, calendar)).toThrow(RangeError);
  });
});
