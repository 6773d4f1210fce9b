import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { computeClock } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { limitUnits, type Limit } from '#domain/clock/limit.ts';
import { renderExplanation, renderStep } from '#domain/clock/render.ts';
import { foldSteps } from '#domain/clock/step.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const china = compileCalendar(chinaCalendar);
const shanghai = (local: string): number => Date.parse(`${local}+08:00`);
const days = (value: number): Limit => ({ value, unit: 'working-day' });
const filed = (startedAt: string, facts: Partial<ClockFacts> = {}): ClockFacts => ({
  startedAt: shanghai(startedAt),
  limit: days(2),
  pauses: [],
  extensions: [],
  ...facts,
});
const short = (facts: ClockFacts, locale: 'zh' | 'en' = 'en') =>
  renderExplanation(explainClock(facts, china), locale, china);

describe('an explanation', () => {
  test('says how a Friday afternoon case falls due on Tuesday', () => {
    const facts = filed('2026-11-20T16:40');
    expect(short(facts)).toEqual([
      'Fri 20 Nov 2026 16:40 clock starts, 2 working days',
      'Fri 20 Nov 16:40–18:00 counted: 1 h 20 min, 14 h 40 min left',
      'Sat 21 Nov – Sun 22 Nov not counted: weekend',
      'Mon 23 Nov 08:00 – Tue 24 Nov 16:40 counted: 14 h 40 min, 0 min left',
      'Tue 24 Nov 2026 16:40 due',
    ]);
    expect(short(facts, 'zh')).toEqual([
      '2026年11月20日 周五 16:40 开始计时，时限 2 工作日',
      '11月20日 周五 16:40–18:00 计时1小时20分，余14小时40分',
      '11月21日 周六 – 11月22日 周日 周末不计时',
      '11月23日 周一 08:00 – 11月24日 周二 16:40 计时14小时40分，余0分',
      '2026年11月24日 周二 16:40 到期',
    ]);
  });

  test('in full shows lunch breaks and nights', () => {
    const kinds = explainClock(filed('2026-11-20T16:40'), china).map(({ kind }) => kind);
    expect(kinds.slice(0, 6)).toEqual([
      'start',
      'counted',
      'not-counted-weekend',
      'counted',
      'not-counted-lunch',
      'counted',
    ]);
    expect(kinds.slice(-5)).toEqual(['not-counted-night', 'counted', 'not-counted-lunch', 'counted', 'due']);
  });

  test('names holidays and make-up workdays', () => {
    expect(short(filed('2026-02-13T15:00'))).toEqual([
      'Fri 13 Feb 2026 15:00 clock starts, 2 working days',
      'Fri 13 Feb 15:00–18:00 counted: 3 h, 13 h left',
      'Sat 14 Feb 08:00–18:00 counted, make-up workday (Spring Festival): 8 h, 5 h left',
      'Sun 15 Feb – Mon 23 Feb not counted: Spring Festival',
      'Tue 24 Feb 08:00–15:00 counted: 5 h, 0 min left',
      'Tue 24 Feb 2026 15:00 due',
    ]);
  });

  test('shows pauses, resumption and extensions where they happened', () => {
    const facts = filed('2026-11-23T08:00', {
      limit: days(1),
      pauses: [{ from: shanghai('2026-11-23T10:00'), to: shanghai('2026-11-24T10:00') }],
      extensions: [{ at: shanghai('2026-11-24T11:00'), limit: days(1) }],
    });
    expect(short(facts)).toEqual([
      'Mon 23 Nov 2026 08:00 clock starts, 1 working day',
      'Mon 23 Nov 08:00–10:00 counted: 2 h, 6 h left',
      'Mon 23 Nov 10:00 – Tue 24 Nov 10:00 paused',
      'Tue 24 Nov 10:00 resumed, 6 h left',
      'Tue 24 Nov 10:00–11:00 counted: 1 h, 5 h left',
      'Tue 24 Nov 11:00 extended by 1 working day, 13 h left',
      'Tue 24 Nov 11:00 – Wed 25 Nov 18:00 counted: 13 h, 0 min left',
      'Wed 25 Nov 2026 18:00 due',
    ]);
  });

  test('ends with the pause that holds the clock', () => {
    const held = filed('2026-11-23T08:00', { pauses: [{ from: shanghai('2026-11-23T10:00'), to: null }] });
    expect(short(held).slice(-1)).toEqual(['Mon 23 Nov 10:00 paused, no end yet, 14 h left']);
    expect(short(held, 'zh').slice(-1)).toEqual(['11月23日 周一 10:00 起暂停计时，尚未恢复，余14小时']);
  });

  test('shows time overrun before an extension that came late', () => {
    const late = filed('2026-11-23T08:00', {
      limit: { value: 1, unit: 'working-hour' },
      extensions: [{ at: shanghai('2026-11-23T10:00'), limit: { value: 4, unit: 'working-hour' } }],
    });
    expect(short(late)[1]).toBe('Mon 23 Nov 08:00–10:00 counted: 2 h, 1 h over');
    expect(short(late, 'zh')[1]).toBe('11月23日 周一 08:00–10:00 计时2小时，超出1小时');
  });

  test('says from where on it is provisional', () => {
    expect(short(filed('2026-12-31T17:00', { limit: days(1) }))).toContain(
      'Fri 1 Jan 00:00 on: holidays not published yet, provisional',
    );
    expect(short(filed('2027-05-03T09:00', { limit: days(1) }))[1]).toMatch(/provisional$/);
  });

  test('of a due instant given by the source says just that', () => {
    const given = filed('2026-11-20T16:40', { limit: null, dueGiven: shanghai('2026-11-21T10:00') });
    expect(short(given)).toEqual([
      'Fri 20 Nov 2026 16:40 clock starts',
      'Sat 21 Nov 2026 10:00 due, as given by the source',
    ]);
  });

  test('is told in the calendar’s own zone', () => {
    const newYork = compileCalendar({ ...plainCalendar, zone: 'America/New_York' });
    const facts: ClockFacts = {
      startedAt: Date.parse('2026-03-06T21:30Z'),
      limit: { value: 4, unit: 'working-hour' },
      pauses: [],
      extensions: [],
    };
    const text = explainClock(facts, newYork).map((step) => renderStep(step, 'en', newYork));
    expect(text.at(0)).toBe('Fri 6 Mar 2026 16:30 clock starts, 4 working hours');
    expect(text.at(-1)).toBe('Mon 9 Mar 2026 10:30 due');
  });
});

const anyLimit = fc.record({
  value: fc.integer({ min: 1, max: 20 }).map((half) => half / 2),
  unit: fc.constantFrom(...limitUnits),
});
const anyFacts: fc.Arbitrary<ClockFacts> = fc
  .record({
    startedAt: fc.integer({ min: shanghai('2017-01-01T00:00'), max: shanghai('2027-06-01T00:00') }),
    limit: anyLimit,
    gaps: fc.array(fc.tuple(fc.integer({ min: -1e8, max: 3e8 }), fc.nat(4e8)), { maxLength: 3 }),
    lasting: fc.boolean(),
    extensions: fc.array(fc.tuple(fc.nat(9e8), anyLimit), { maxLength: 2 }),
  })
  .map(({ startedAt, limit, gaps, lasting, extensions }) => {
    const pauses = gaps
      .map(([from, length]) => ({ from: startedAt + from, to: startedAt + from + length }))
      .sort((a, b) => a.from - b.from)
      .map((pause, index) => (lasting && index === gaps.length - 1 ? { from: pause.from, to: null } : pause));
    return {
      startedAt,
      limit,
      pauses,
      extensions: extensions.map(([after, more]) => ({ at: startedAt + after, limit: more })),
    };
  });

describe('any explanation', () => {
  const calendars = [china, compileCalendar({ ...chinaCalendar, zone: 'America/New_York' })];

  test('adds up to what was granted, without gaps, and ends at the due instant', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...calendars), (facts, calendar) => {
        const { dueAt, totalMs } = computeClock(facts, calendar);
        for (const steps of [explainClock(facts, calendar), foldSteps(explainClock(facts, calendar))]) {
          const last = steps.at(-1);
          const counted = steps.reduce((sum, step) => sum + step.countedMs, 0);
          expect(counted + (last?.balanceMs ?? 0)).toBe(totalMs);
          expect(last?.kind).toBe(dueAt === null ? 'pause' : 'due');
          if (dueAt !== null) expect([counted, last?.balanceMs, last?.from]).toEqual([totalMs, 0, dueAt]);
        }
        let reached = facts.startedAt;
        for (const { from, to } of explainClock(facts, calendar)) {
          expect(from).toBe(reached);
          reached = to ?? reached;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has nothing left to join', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const steps = explainClock(facts, china);
        steps.slice(1).forEach((step, index) => {
          const before = steps[index];
          const same = before?.kind === step.kind && before.dayName?.zh === step.dayName?.zh;
          expect(same && before.from < (before.to ?? 0) && step.from < (step.to ?? 0)).toBe(false);
        });
      }),
    );
  });
});
