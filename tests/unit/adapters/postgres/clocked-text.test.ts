import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockedText, readClockedTexts } from '#adapters/postgres/case-log/clocked-text.ts';
import type { CaseState, CaseSummary, StageInstance, WholeClock } from '#domain/case/case.ts';
import { runningClocks, stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { limitUnits } from '#domain/clock/limit.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const calendar = compileCalendar(chinaCalendar);
const instant = fc.integer({ min: Date.parse('2026-01-05T00:00:00Z'), max: Date.parse('2026-11-20T00:00:00Z') });
const limit = fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...limitUnits) });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

/** What a clock depends on that runs: it has a limit or a due instant, and its pauses are over. */
const facts = fc
  .record({
    startedAt: instant,
    limit,
    dueGiven: maybe(instant),
    extensions: fc.array(fc.record({ at: instant, limit }), { maxLength: 2 }),
    pausedFor: fc.array(fc.integer({ min: 0, max: 86_400_000 }), { maxLength: 2 }),
  })
  .map(({ pausedFor, ...one }) => ({
    ...one,
    pauses: pausedFor.map((ms, no) => ({
      from: one.startedAt + (no + 1) * 90_000_000,
      to: one.startedAt + (no + 1) * 90_000_000 + ms,
    })),
  }));

const clocked = fc
  .record({ stage: maybe(facts), whole: maybe(facts), district: maybe(fc.constant('120101')) })
  .map(({ stage, whole, district }) => {
    const instance: StageInstance | null = stage && {
      ...{ no: 3, stage: 'dispose', round: 1, enteredAt: stage.startedAt, leftAt: null, holder: '120101-3' },
      ...{ limit: stage.limit, dueGiven: stage.dueGiven, extensions: stage.extensions, pauses: stage.pauses },
    };
    const wholeClock: WholeClock | null = whole && { ...whole, round: 2, stoppedAt: null };
    const state = {
      phase: 'dispose',
      place: { inside: true, districtCode: district, subdistrictCode: null, communityCode: null, gridCode: null },
      suspended: null,
      instances: instance === null ? [] : [instance],
      whole: wholeClock,
    } as unknown as CaseState;
    const summary = { id: 7, version: 4, ...runningClocks(state, calendar, defaultThresholds) } as CaseSummary;
    return { state, summary, instance, wholeClock };
  });

test('what clocks depend on comes back as it was written', () => {
  fc.assert(
    fc.property(clocked, ({ state, summary, instance, wholeClock }) => {
      const text = clockedText({ summary, state });
      if (summary.stageClock === null && summary.wholeClock === null) {
        expect(text).toBeNull();
        return;
      }
      expect(readClockedTexts([text ?? ''])).toEqual([
        {
          ...{ id: 7, version: 4, districtCode: state.place.districtCode },
          ...{ stageClock: summary.stageClock, wholeClock: summary.wholeClock },
          stageFacts: instance && stageClockFacts(instance),
          wholeFacts: wholeClock && wholeClockFacts(wholeClock),
        },
      ]);
    }),
  );
});

test('what an older release wrote is read beside it', () => {
  fc.assert(
    fc.property(clocked, ({ state, summary, instance, wholeClock }) => {
      const text = clockedText({ summary, state });
      if (text === null) return;
      const { id, version, stageClock, wholeClock: running } = summary;
      const named = JSON.stringify([
        ...[id, version, 'dispose', state.place.districtCode, stageClock, running, instance, wholeClock],
      ]);
      const [one, other] = readClockedTexts([text, named]);
      expect(other).toEqual(one);
      expect(named.length).toBeGreaterThan(2 * text.length);
    }),
  );
});
