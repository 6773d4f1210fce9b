import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { nextInSeason } from '#domain/calendar/in-season.ts';
import type { SeasonRule } from '#domain/calendar/season.ts';
import { computeClock, consumedMs } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts, Pause } from '#domain/clock/facts.ts';
import { limitUnits, type Limit } from '#domain/clock/limit.ts';
import { renderExplanation } from '#domain/clock/render.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const planting = (value: number, unit: Limit['unit']): Limit => ({ value, unit, season: 'planting' });
const facts = (start: string, limit: Limit, pauses: readonly Pause[] = []): ClockFacts => ({
  startedAt: at(start),
  limit,
  pauses,
  extensions: [],
});
const china = compileCalendar(chinaCalendar);
const runs = compileCalendar({
  ...chinaCalendar,
  seasons: { planting: { spans: [{ from: '03-01', to: '04-10' }], clock: 'runs' } },
});
const dueOf = (given: ClockFacts, calendar = china): string => {
  const { dueAt } = computeClock(given, calendar);
  return dueAt === null ? 'never' : new Date(dueAt + 8 * 3_600_000).toISOString().slice(0, 16);
};

describe('a clock that may only start in its season', () => {
  it('starts with the season and then runs on', () => {
    // 1 March 2026 is a Sunday: working time begins on Monday.
    expect(dueOf(facts('2025-11-20T10:00', planting(1, 'working-day')))).toBe('2026-03-02T18:00');
    expect(dueOf(facts('2025-11-20T10:00', planting(2, 'day')))).toBe('2026-03-03T00:00');
  });

  it('starts at once within it, and runs past its end', () => {
    expect(dueOf(facts('2026-05-29T10:00', planting(10, 'day')))).toBe('2026-06-08T10:00');
    expect(dueOf(facts('2026-03-04T10:00', planting(4, 'working-hour')))).toBe('2026-03-04T16:00');
  });

  it('waits for the next season where a pause outlasts one', () => {
    const pause = { from: at('2026-02-01T00:00'), to: at('2026-07-01T00:00') };
    expect(dueOf(facts('2025-11-20T10:00', planting(1, 'day'), [pause]))).toBe('2027-03-02T00:00');
    expect(dueOf(facts('2025-11-20T10:00', planting(1, 'day'), [{ ...pause, to: null }]))).toBe('never');
  });

  it('has used up nothing before it starts', () => {
    const given = facts('2025-11-20T10:00', planting(2, 'day'));
    expect(consumedMs(given, china, at('2026-02-28T23:00'))).toBe(0);
    expect(consumedMs(given, china, at('2026-03-01T06:00'))).toBe(6 * 3_600_000);
  });

  it('is not held again by an extension', () => {
    const given = {
      ...facts('2026-05-30T00:00', planting(2, 'day')),
      extensions: [{ at: at('2026-05-31T00:00'), limit: planting(2, 'day') }],
    };
    expect(dueOf(given)).toBe('2026-06-03T00:00');
  });

  it('says so in both languages', () => {
    const given = facts('2025-11-20T10:00', planting(1, 'working-day'));
    const en = renderExplanation(explainClock(given, china), 'en', china);
    expect(en[0]).toBe('Thu 20 Nov 2025 10:00 limit given, 1 working day in the planting season');
    expect(en[1]).toMatch(
      /^Thu 20 Nov 10:00 – Sun 1 Mar 00:00 outside the planting season, clock starts Sun 1 Mar 2026$/,
    );
    expect(en.at(-1)).toBe('Mon 2 Mar 2026 18:00 due');
    const zh = renderExplanation(explainClock(given, china), 'zh', china);
    expect(zh[0]).toContain('给定时限，时限 种植季节 1 工作日');
    expect(zh[1]).toContain('不在种植季节，2026年3月1日 周日 起计时');
  });

  it('starts as any clock does within the season', () => {
    const given = facts('2026-03-04T10:00', planting(4, 'working-hour'));
    expect(renderExplanation(explainClock(given, china), 'en', china)[0]).toBe(
      'Wed 4 Mar 2026 10:00 clock starts, 4 working hours in the planting season',
    );
  });
});

describe('a clock that runs in its season alone', () => {
  it('stands still outside and goes on with the next', () => {
    const given = facts('2026-04-10T12:00', planting(1, 'day'));
    expect(dueOf(given, runs)).toBe('2027-03-01T12:00');
    const steps = renderExplanation(explainClock(given, runs), 'en', runs);
    expect(steps[2]).toContain('not counted: outside the planting season, clock goes on Mon 1 Mar 2027');
    expect(renderExplanation(explainClock(given, runs), 'zh', runs)[2]).toContain(
      '不在种植季节不计时，2027年3月1日 周一 起继续',
    );
  });

  it('may be due at the very end of the season', () => {
    expect(dueOf(facts('2026-04-10T00:00', planting(1, 'day')), runs)).toBe('2026-04-11T00:00');
  });
});

test('a season over the new year, and one that begins on 29 February, are what their dates say', () => {
  const rule = (from: string, to: string): SeasonRule => ({ spans: [{ from, to }], clock: 'starts' });
  const winter = compileCalendar({ ...chinaCalendar, seasons: { planting: rule('12-20', '01-10') } });
  expect(nextInSeason(winter, 'planting', at('2026-01-10T23:59'))).toBe(at('2026-01-10T23:59'));
  expect(nextInSeason(winter, 'planting', at('2026-01-11T00:00'))).toBe(at('2026-12-20T00:00'));
  const leap = compileCalendar({ ...chinaCalendar, seasons: { planting: rule('02-29', '03-02') } });
  expect(nextInSeason(leap, 'planting', at('2026-02-01T00:00'))).toBe(at('2026-03-01T00:00'));
  expect(nextInSeason(leap, 'planting', at('2028-02-01T00:00'))).toBe(at('2028-02-29T00:00'));
  expect(nextInSeason(leap, 'planting', at('2028-03-03T00:00'))).toBe(at('2029-03-01T00:00'));
});

test('what no table of years reaches is refused', () => {
  const short = compileCalendar({ ...chinaCalendar, lastYear: 2026 });
  expect(() => computeClock(facts('2026-06-01T10:00', planting(1, 'day')), short)).toThrow(RangeError);
});

test('an explanation of any clock with a season adds up to what was granted, without gaps', () => {
  const limit = fc.record({
    value: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom(...limitUnits),
    season: fc.constant('planting' as const),
  });
  const start = fc.integer({ min: at('2024-01-01T00:00') / 60_000, max: at('2027-12-31T00:00') / 60_000 });
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 100_000 })), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(limit, start, spans, fc.boolean(), (given, minute, lengths, inSeasonAlone) => {
      let cursor = minute;
      const pauses = lengths.map(([gap, length]) => {
        const from = cursor + gap;
        cursor = from + length;
        return { from: from * 60_000, to: cursor * 60_000 };
      });
      const calendar = inSeasonAlone ? runs : china;
      const clock = { startedAt: minute * 60_000, limit: given, pauses, extensions: [] };
      const { dueAt, totalMs } = computeClock(clock, calendar);
      const steps = explainClock(clock, calendar);
      expect(steps.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(totalMs);
      expect(steps.at(-1)).toMatchObject({ kind: 'due', from: dueAt, balanceMs: 0 });
      const stretches = steps.filter(({ from, to }) => to !== from);
      expect(stretches[0]?.from).toBe(clock.startedAt);
      stretches.forEach((step, index) => expect(step.to).toBe(stretches[index + 1]?.from ?? dueAt));
      for (const { kind, from } of stretches) {
        const waits = kind === 'season-awaited' || kind === 'not-counted-season';
        if (waits) expect(nextInSeason(calendar, 'planting', from)).toBeGreaterThan(from);
      }
    }),
    { numRuns: 150 },
  );
});
