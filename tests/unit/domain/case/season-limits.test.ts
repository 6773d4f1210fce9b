import { expect, it } from 'vitest';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import { decide } from '#domain/case/decide.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { foldCase } from '#domain/case/fold.ts';
import type { Move } from '#domain/case/move.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import type { Limit } from '#domain/clock/limit.ts';
import { handbookOf } from '#application/case/handbook.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { at, calendar, context, reported } from './sample.ts';

const KEY = 'gbt30428.2-2013:component:0401';
const minutes = (value: number): Limit => ({ value, unit: 'minute' });
const handbook = handbookOf({
  stageLimits: [
    { stage: 'dispatch', limit: minutes(15) },
    { stage: 'dispatch', districtCode: '120101', limit: minutes(40) },
    { stage: 'check', limit: minutes(30) },
  ],
  conditions: [{ categoryKey: KEY, conditionNo: 1, limit: { value: 15, unit: 'working-day' }, season: 'planting' }],
  categoryKeys: [KEY],
  departmentCodes: ['120101-greens'],
});

/** A tree that died in November: the log after these moves, each an hour after the one before. */
function after(...moves: Move[]): CaseEvent[] {
  let events = [reported(at('2025-11-20 10:00'))];
  for (const [index, move] of moves.entries()) {
    const when = at('2025-11-20 10:00') + (index + 1) * 3_600_000;
    const decision = decide(foldCase(events), move, {
      ...context({ eventId: `e${index}`, at: when, role: move.move === 'shorten' ? 'leader' : 'duty-officer' }),
      ...handbook,
    });
    if (!decision.ok) throw new Error(decision.message);
    events = [...events, ...decision.events];
  }
  return events;
}

const filed: Move[] = [{ move: 'accept' }, { move: 'file', categoryKey: KEY, conditionNo: 1 }];
const dispatched: Move[] = [...filed, { move: 'dispatch', department: '120101-greens', supporting: [], note: '' }];

it('a case filed under a condition with a season waits for it with its disposal and as a whole', () => {
  const state = foldCase(after(...dispatched));
  expect(state.disposalLimit).toEqual({ value: 15, unit: 'working-day', season: 'planting' });
  expect(state.whole?.limit).toMatchObject({ unit: 'working-hour', season: 'planting' });
  const { stageClock, wholeClock } = runningClocks(state, calendar, defaultThresholds);
  // 15 working days from Monday 2 March 2026 on.
  expect(stageClock?.dueAt).toBe(at('2026-03-20 18:00'));
  expect(wholeClock?.dueAt).toBe(at('2026-03-23 09:10'));
});

it('a shorter limit waits for the same season', () => {
  const state = foldCase(
    after(...dispatched, { move: 'shorten', limit: { value: 5, unit: 'working-day' }, reason: '' }),
  );
  expect(state.instances.at(-1)?.limit).toEqual({ value: 5, unit: 'working-day', season: 'planting' });
  expect(runningClocks(state, calendar, defaultThresholds).stageClock?.dueAt).toBe(at('2026-03-06 18:00'));
});

it('a stage has the limit of the district that the case lies in, else the city’s', () => {
  const [, , last] = after(...filed);
  expect(last?.data).toMatchObject({ type: 'filed', limit: minutes(40) });
  expect(handbook.stageLimit('dispatch', '120102')).toEqual(minutes(15));
  expect(handbook.stageLimit('check', '120101')).toEqual(minutes(30));
  expect(handbook.stageLimit('dispatch', null)).toEqual(minutes(15));
  expect(handbook.stageLimit('close', '120101')).toBeNull();
});

it('a case is counted by the hours of its district, and by another season where the city sets one', () => {
  const own = compileCalendar({
    ...chinaCalendar,
    districts: {
      '120101': {
        name: { zh: '和平区', en: 'Heping' },
        hours: [{ intervals: [['09:00', '17:00']] }],
        seasons: { planting: { spans: [{ from: '04-01', to: '04-30' }], clock: 'starts' } },
      },
    },
  });
  const state = foldCase(after(...dispatched));
  // 1 April 2026 is a Wednesday; Qingming is off from Saturday 4 to Monday 6 April.
  expect(runningClocks(state, own, defaultThresholds).stageClock?.dueAt).toBe(at('2026-04-22 17:00'));
});
