import { describe, expect, test } from 'vitest';
import { CityTime } from '#client/desk/clock/city-time.ts';
import { clockFace, hoursMinutes } from '#client/desk/clock/duration.ts';
import { readClock } from '#client/desk/clock/reading.ts';
import { layoutStrip, placeOnStrip } from '#client/desk/clock/strip.ts';
import { daysApart, leftText, limitText, whenText } from '#client/desk/clock/words.ts';
import { DictionaryStore } from '#client/stores/dictionary-store.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { computeClock, consumedMs } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const smallDictionary = {
  version: 'small',
  city: { code: '120000', nameZh: '天津', nameEn: 'Tianjin' },
  places: [],
  categories: [],
  departments: [],
  sources: [],
};
const china = compileCalendar(chinaCalendar);
const minute = 60_000;
const hour = 60 * minute;
const zone = 'Asia/Shanghai';
const shanghai = (local: string): number => Date.parse(`${local}+08:00`);

// Dispatched on a Friday afternoon with 4 working hours, extended by 4 on Monday.
const facts: ClockFacts = {
  startedAt: shanghai('2026-11-20T15:00'),
  limit: { value: 4, unit: 'working-hour' },
  pauses: [],
  extensions: [{ at: shanghai('2026-11-23T08:30'), limit: { value: 4, unit: 'working-hour' } }],
};
const steps = explainClock(facts, china);
const clock = computeClock(facts, china);

describe('a clock read from its explanation', () => {
  test('says at every instant what the clock itself says', () => {
    for (let at = facts.startedAt; at <= (clock.dueAt ?? 0); at += 7 * minute) {
      const reading = readClock(steps, clock.totalMs, at, null);
      expect(Math.round(reading.consumedMs)).toBe(consumedMs(facts, china, at));
      expect(reading.leftMs).toBe(clock.totalMs - reading.consumedMs);
    }
  });

  test('stands still at night and says what holds it', () => {
    const reading = readClock(steps, clock.totalMs, shanghai('2026-11-21T12:00'), null);
    expect(reading.running).toBe(false);
    expect(reading.holder?.kind).toBe('not-counted-weekend');
  });

  test('says what it is told once it is late', () => {
    const due = clock.dueAt ?? 0;
    const late = { lateMs: 10 * minute, running: false };
    expect(readClock(steps, clock.totalMs, due + 90 * minute, late)).toMatchObject({
      leftMs: -10 * minute,
      consumedMs: clock.totalMs + 10 * minute,
      running: false,
    });
  });
});

describe('the time of the city on a screen', () => {
  const names = new DictionaryStore();
  const time = new CityTime(names);
  const due = shanghai('2026-11-20T17:00');
  const monday = shanghai('2026-11-23T08:30');

  test('is all time until the calendar is known, then working time', () => {
    expect(time.left('working', monday, due)).toBe(due - monday);
    names.set({ ...smallDictionary, calendar: chinaCalendar });
    expect(time.left('working', monday, due)).toBe(-90 * minute);
    expect(time.left('working', due - 5 * hour, due)).toBe(3 * hour);
    expect(time.left('continuous', monday, due)).toBe(due - monday);
  });

  test('outside the years of the calendar is all time', () => {
    const far = Date.UTC(2999, 0, 1);
    expect(time.left('working', far, far + hour)).toBe(hour);
  });
});

describe('the strip of a clock', () => {
  test('fills its whole length, folds the weekend and keeps time in proportion', () => {
    const strip = layoutStrip(steps, clock.dueAt ?? 0);
    if (strip === null) throw new Error('no strip');
    const { pieces } = strip;
    expect(pieces.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
    const counted = pieces.filter(({ kind }) => kind === 'counted');
    const perHour = counted.map(({ from, to, width }) => width / ((to - from) / hour));
    for (const share of perHour) expect(share).toBeCloseTo(perHour[0] ?? 0);
    const weekend = pieces.find(({ step }) => step.kind === 'not-counted-weekend');
    expect(weekend?.width).toBeLessThan(0.2);
  });

  test('places an instant where its time is', () => {
    const strip = layoutStrip(steps, clock.dueAt ?? 0);
    if (strip === null) throw new Error('no strip');
    expect(placeOnStrip(strip, facts.startedAt - hour)).toBe(0);
    expect(placeOnStrip(strip, (clock.dueAt ?? 0) + hour)).toBe(1);
    const [first] = strip.pieces;
    expect(placeOnStrip(strip, facts.startedAt + 90 * minute)).toBeCloseTo((first?.width ?? 0) / 2);
  });

  test('runs on past the deadline of a late clock', () => {
    const due = clock.dueAt ?? 0;
    const strip = layoutStrip(steps, due + 2 * hour);
    expect(strip?.to).toBe(due + 2 * hour);
    const weeksLater = layoutStrip(steps, due + 500 * hour)?.pieces.at(-1);
    expect(weeksLater?.kind).toBe('late');
    expect(weeksLater?.width).toBeLessThan(0.34);
    expect(placeOnStrip(strip ?? { pieces: [], from: 0, to: 0 }, due)).toBeLessThan(1);
  });
});

describe('time in words', () => {
  const now = shanghai('2026-11-23T14:36:08');

  test('faces and balances', () => {
    expect(clockFace(53 * minute + 52_000)).toBe('53:52');
    expect(clockFace(31 * hour + 5 * minute)).toBe('31:05:00');
    expect(clockFace(-12_000)).toBe('−0:12');
    expect(clockFace(-400)).toBe('0:00');
    expect(hoursMinutes(90 * minute)).toBe('1:30');
  });

  test('left and late', () => {
    expect(leftText(53 * minute + 59_000, 'zh')).toBe('剩 53 分');
    expect(leftText(-15 * minute, 'zh')).toBe('超 15 分');
    expect(leftText(88 * minute, 'en')).toBe('1 h 28 min left');
    expect(leftText(-51 * hour, 'en')).toBe('2 d 3 h late');
  });

  test('instants in the platform zone, whatever the machine says', () => {
    expect(whenText(shanghai('2026-11-23T15:30'), now, zone, 'zh')).toBe('15:30');
    expect(whenText(shanghai('2026-11-20T15:00'), now, zone, 'zh')).toBe('周五 15:00');
    expect(whenText(shanghai('2026-11-24T09:05'), now, zone, 'en')).toBe('Tue 09:05');
    expect(whenText(shanghai('2026-12-24T09:05'), now, zone, 'en')).toBe('12-24 09:05');
    expect(daysApart(shanghai('2026-11-23T23:59'), shanghai('2026-11-24T00:01'), zone)).toBe(1);
  });

  test('limits', () => {
    expect(limitText({ value: 4, unit: 'working-hour' }, 'zh')).toBe('4 工作时');
    expect(limitText({ value: 1, unit: 'working-day' }, 'en')).toBe('1 working day');
  });
});
