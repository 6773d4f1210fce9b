import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { computeClock, consumedMs, isLateAt, remainingMs } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { lampAt } from '#domain/clock/lamp.ts';
import type { Limit } from '#domain/clock/limit.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const china = compileCalendar(chinaCalendar);
const hour = 3_600_000;
const shanghai = (local: string): number => Date.parse(`${local}+08:00`);
const days = (value: number): Limit => ({ value, unit: 'working-day' });
const friday = shanghai('2026-11-20T16:40');

function filed(facts: Partial<ClockFacts>): ClockFacts {
  return { startedAt: friday, limit: days(2), pauses: [], extensions: [], ...facts };
}

describe('a clock', () => {
  test.each([
    [{ value: 2, unit: 'working-day' }, '2026-11-24T16:40', '2026-11-24T11:28'],
    [{ value: 4, unit: 'working-hour' }, '2026-11-23T10:40', '2026-11-23T09:52'],
    [{ value: 2, unit: 'urgent-hour' }, '2026-11-20T18:40', '2026-11-20T18:16'],
    [{ value: 1, unit: 'urgent-day' }, '2026-11-21T16:40', '2026-11-21T11:52'],
    [{ value: 3, unit: 'day' }, '2026-11-23T16:40', '2026-11-23T02:16'],
    [{ value: 30, unit: 'minute' }, '2026-11-20T17:10', '2026-11-20T17:04'],
    [{ value: 0.5, unit: 'working-day' }, '2026-11-23T10:40', '2026-11-23T09:52'],
  ] as const)('of %o filed on Friday 16:40 is due and warns at four fifths', (limit, due, warning) => {
    const clock = computeClock(filed({ limit }), china);
    expect(new Date(clock.dueAt ?? 0)).toEqual(new Date(shanghai(due)));
    expect(new Date(clock.warningAt[0] ?? 0)).toEqual(new Date(shanghai(warning)));
  });

  test('stands still while paused, in its own measure', () => {
    const overTheWeekend = filed({
      pauses: [{ from: shanghai('2026-11-21T09:00'), to: shanghai('2026-11-22T09:00') }],
    });
    expect(computeClock(overTheWeekend, china).dueAt).toBe(shanghai('2026-11-24T16:40'));
    const overMonday = filed({ pauses: [{ from: shanghai('2026-11-23T08:00'), to: shanghai('2026-11-24T08:00') }] });
    expect(computeClock(overMonday, china).dueAt).toBe(shanghai('2026-11-25T16:40'));
    const urgent = { ...overTheWeekend, limit: { value: 24, unit: 'urgent-hour' } as const };
    expect(computeClock(urgent, china).dueAt).toBe(shanghai('2026-11-22T16:40'));
  });

  test('overlapping pauses count once', () => {
    const pauses = [
      { from: shanghai('2026-11-23T08:00'), to: shanghai('2026-11-23T11:00') },
      { from: shanghai('2026-11-23T09:00'), to: shanghai('2026-11-23T10:00') },
      { from: shanghai('2026-11-23T10:00'), to: shanghai('2026-11-23T12:00') },
    ];
    const facts = filed({ pauses });
    expect(computeClock(facts, china).dueAt).toBe(shanghai('2026-11-25T10:40'));
    expect(consumedMs(facts, china, shanghai('2026-11-23T15:00'))).toBe(140 * 60_000);
  });

  test('has no due instant while a pause that began in time lasts', () => {
    const facts = filed({ pauses: [{ from: shanghai('2026-11-24T15:00'), to: null }] });
    const clock = computeClock(facts, china);
    expect(clock.dueAt).toBeNull();
    expect(clock.warningAt).toEqual([shanghai('2026-11-24T11:28')]);
    expect(remainingMs(facts, clock, china, shanghai('2027-01-01T00:00'))).toBe(100 * 60_000);
    const late = filed({ pauses: [{ from: shanghai('2026-11-25T15:00'), to: null }] });
    expect(computeClock(late, china).dueAt).toBe(shanghai('2026-11-24T16:40'));
  });

  test('an extension adds its own limit after the deadline it extends', () => {
    const same = filed({ extensions: [{ at: shanghai('2026-11-24T09:00'), limit: days(2) }] });
    expect(computeClock(same, china)).toMatchObject({ dueAt: shanghai('2026-11-26T16:40'), totalMs: 32 * hour });
    const running = filed({ extensions: [{ at: friday, limit: { value: 24, unit: 'urgent-hour' } }] });
    const clock = computeClock(running, china);
    expect(clock.dueAt).toBe(shanghai('2026-11-25T16:40'));
    expect(consumedMs(running, china, shanghai('2026-11-24T23:40'))).toBe(23 * hour);
    expect(remainingMs(running, clock, china, shanghai('2026-11-25T18:40'))).toBe(-2 * hour);
  });

  test('a due instant given by the source wins', () => {
    const dueGiven = shanghai('2026-11-23T10:00');
    const facts = filed({ dueGiven, extensions: [{ at: friday, limit: days(1) }] });
    expect(computeClock(facts, china)).toMatchObject({ dueAt: dueGiven, totalMs: 200 * 60_000 });
    const bare = computeClock(filed({ dueGiven, limit: null }), china);
    expect(bare).toMatchObject({ dueAt: dueGiven, basis: 'continuous', provisional: false });
    const early = computeClock(filed({ dueGiven: friday - hour }), china);
    expect(early).toMatchObject({ dueAt: friday - hour, warningAt: [friday - hour], totalMs: 0 });
  });

  test('is provisional where it rests on days whose holidays are not published', () => {
    const startedAt = shanghai('2026-12-31T16:00');
    expect(computeClock(filed({ startedAt, limit: { value: 2, unit: 'working-hour' } }), china).provisional).toBe(
      false,
    );
    expect(computeClock(filed({ startedAt, limit: days(1) }), china).provisional).toBe(true);
    expect(computeClock(filed({ startedAt, limit: { value: 9, unit: 'day' } }), china).provisional).toBe(false);
  });

  test('another calendar version gives that version’s deadline', () => {
    const specialDays = [
      ...chinaCalendar.specialDays,
      { date: '2026-11-23', workday: false, name: { zh: '停工', en: 'Closed' }, source: 'city notice' },
    ];
    const changed = compileCalendar({ ...chinaCalendar, version: 'cn-2026-a', specialDays });
    expect(computeClock(filed({}), changed).dueAt).toBe(shanghai('2026-11-25T16:40'));
  });

  test('contradictory facts are refused', () => {
    expect(() => computeClock(filed({ limit: null }), china)).toThrow(/limit or a given due/);
    expect(() => computeClock(filed({ limit: days(0) }), china)).toThrow(/above 0/);
    expect(() => computeClock(filed({ pauses: [{ from: friday + 2, to: friday + 1 }] }), china)).toThrow(/end before/);
    const disordered = [
      { from: friday + 9, to: friday + 10 },
      { from: friday, to: friday + 1 },
    ];
    expect(() => computeClock(filed({ pauses: disordered }), china)).toThrow(/in order/);
  });
});

describe('a lamp', () => {
  const facts = filed({});
  const clock = computeClock(facts, china);

  test.each([
    ['2026-11-20T16:40', 'green', false],
    ['2026-11-24T11:27', 'green', false],
    ['2026-11-24T11:28', 'amber', false],
    ['2026-11-24T16:40', 'amber', false],
    ['2026-11-24T16:41', 'red', true],
  ] as const)('at %s is %s', (local, lamp, late) => {
    expect(lampAt(facts, clock, shanghai(local))).toBe(lamp);
    expect(isLateAt(facts, clock, shanghai(local))).toBe(late);
  });

  test('of a stopped clock stays what it was', () => {
    const done = filed({ stoppedAt: shanghai('2026-11-24T16:40') });
    expect(lampAt(done, clock, shanghai('2027-01-01T00:00'))).toBe('amber');
    expect(isLateAt(done, clock, shanghai('2027-01-01T00:00'))).toBe(false);
    expect(consumedMs(done, china, shanghai('2027-01-01T00:00'))).toBe(16 * hour);
  });

  test('of a paused clock is its own colour, and of one that stopped in a pause the one before', () => {
    const paused = filed({ pauses: [{ from: shanghai('2026-11-24T15:00'), to: null }] });
    const held = computeClock(paused, china);
    expect(lampAt(paused, held, shanghai('2026-11-25T00:00'))).toBe('paused');
    expect(lampAt(paused, held, shanghai('2026-11-24T14:59'))).toBe('amber');
    const stopped = { ...paused, stoppedAt: shanghai('2026-11-25T00:00') };
    expect(lampAt(stopped, held, shanghai('2026-11-26T00:00'))).toBe('amber');
  });

  test('turns at the shares a city sets', () => {
    const early = computeClock(facts, china, { warnShares: [0.5, 0.9] });
    expect(early.warningAt).toEqual([shanghai('2026-11-23T16:40'), shanghai('2026-11-24T15:04')]);
    expect(lampAt(facts, early, shanghai('2026-11-23T16:40'))).toBe('amber');
  });
});
