import { describe, expect, it } from 'vitest';
import { decide } from '#domain/case/decide.ts';
import type { DecisionContext } from '#domain/case/decision-context.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import { applyEvent, foldCase } from '#domain/case/fold.ts';
import { legalMoves } from '#domain/case/legal.ts';
import type { Move } from '#domain/case/move.ts';
import type { CaseState } from '#domain/case/case.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { at, calendar, context, reported } from './sample.ts';

const FILE: Move = { move: 'file', categoryKey: 'gbt30428.2-2013:component:0101', conditionNo: 1 };
const DISPATCH: Move = { move: 'dispatch', department: '120101-drainage', supporting: [], note: '' };

/** Makes moves in turn, one minute apart, and expects each to be allowed. */
function moved(state: CaseState, from: number, moves: Move[], over: Partial<DecisionContext> = {}): CaseState {
  return moves.reduce((now, move, index) => {
    const when = from + index * 60_000;
    const decision = decide(now, move, context({ eventId: `${when}`, at: when, ...over }));
    if (!decision.ok) throw new Error(decision.message);
    return decision.events.reduce(applyEvent, now);
  }, state);
}

const start = at('2026-11-20 15:00');
const fresh = (): CaseState => foldCase([reported(start)]);
const disposing = (): CaseState => moved(fresh(), start + 60_000, [{ move: 'accept' }, FILE, DISPATCH]);

describe('the case machine', () => {
  it('walks the whole flow of GB/T 30428.8 from report to closing', () => {
    const closed = moved(disposing(), start + 3_600_000, [
      { move: 'feed-back', note: '', media: ['after.jpg'] },
      { move: 'check', passed: true, note: '', media: [] },
      { move: 'close', note: '', forced: false },
    ]);
    expect(closed.phase).toBe('closed');
    expect(closed.instances.map((one) => one.stage)).toEqual([
      'accept',
      'file',
      'dispatch',
      'dispose',
      'check',
      'close',
    ]);
    expect(closed.instances.every((one) => one.leftAt !== null)).toBe(true);
    expect(runningClocks(closed, calendar, defaultThresholds)).toEqual({ stageClock: null, wholeClock: null });
  });

  it('sends a public report to verification before filing, a collector’s straight to filing', () => {
    const publicCase = foldCase([reported(start, { channel: 'public' })]);
    expect(moved(publicCase, start, [{ move: 'accept' }]).phase).toBe('verify');
    expect(moved(fresh(), start, [{ move: 'accept' }]).phase).toBe('file');
  });

  it('refuses an illegal move with the reason and the legal ones', () => {
    const decision = decide(fresh(), DISPATCH, context({ at: start }));
    expect(decision).toMatchObject({ ok: false, code: 'illegal-move' });
    if (!decision.ok) expect(decision.legal).toEqual(legalMoves(fresh(), context().post, context({ at: start })));
    if (!decision.ok) expect(decision.legal).toContain('accept');
  });

  it('lets only the posts make a move that may make it', () => {
    for (const role of ['leader', 'department', 'screen', 'administrator'] as const) {
      expect(decide(fresh(), { move: 'accept' }, context({ at: start, role }))).toMatchObject({ code: 'not-allowed' });
    }
  });

  it('starts the disposal clock at dispatch and stops it when the department sends back', () => {
    const { stageClock } = runningClocks(disposing(), calendar, defaultThresholds);
    // Dispatched Fri 15:03, 4 working hours: 2:57 to 18:00, then Mon 8:00–9:03.
    expect(stageClock).toMatchObject({ instance: 4, round: 0, basis: 'working', dueAt: at('2026-11-23 09:03') });
  });

  it('gives rework a new disposal clock with the same department and keeps the first', () => {
    const again = moved(disposing(), at('2026-11-23 10:00'), [
      { move: 'feed-back', note: '', media: [] },
      { move: 'check', passed: false, note: '', media: [] },
    ]);
    expect(again.phase).toBe('dispose');
    expect(again.department).toBe('120101-drainage');
    expect(again.counts.rework).toBe(1);
    const { stageClock } = runningClocks(again, calendar, defaultThresholds);
    expect(stageClock).toMatchObject({ instance: 6, dueAt: at('2026-11-23 16:01') });
  });

  it('extends by one original limit, twice at most, and only before the deadline', () => {
    const extended = moved(disposing(), at('2026-11-23 08:52'), [{ move: 'extend', reason: '缺配件' }]);
    const { stageClock } = runningClocks(extended, calendar, defaultThresholds);
    expect(stageClock).toMatchObject({ round: 1, dueAt: at('2026-11-23 15:03') });
    const twice = moved(extended, at('2026-11-23 09:00'), [{ move: 'extend', reason: '雨' }]);
    expect(decide(twice, { move: 'extend', reason: '再' }, context({ at: at('2026-11-23 09:10') }))).toMatchObject({
      code: 'limit-reached',
    });
    const late = decide(disposing(), { move: 'extend', reason: '晚了' }, context({ at: at('2026-11-23 09:04') }));
    expect(late).toMatchObject({ ok: false, code: 'illegal-move' });
  });

  it('stops all clocks while suspended and gives the paused time back on resumption', () => {
    const suspended = moved(disposing(), at('2026-11-20 17:00'), [{ move: 'suspend', reason: '待设计', until: null }]);
    expect(runningClocks(suspended, calendar, defaultThresholds)).toEqual({ stageClock: null, wholeClock: null });
    expect(
      decide(suspended, { move: 'feed-back', note: '', media: [] }, context({ at: at('2026-11-20 17:10') })).ok,
    ).toBe(false);
    const resumed = moved(suspended, at('2026-11-23 10:00'), [{ move: 'resume', reason: '' }]);
    // 1:57 of 4 hours used by 17:00 on Friday; 2:03 left from Monday 10:00 → 12:00, then 14:00–14:03.
    expect(runningClocks(resumed, calendar, defaultThresholds).stageClock).toMatchObject({
      round: 1,
      dueAt: at('2026-11-23 14:03'),
    });
  });

  it('leaves a case alone whose stages are run elsewhere', () => {
    const told = foldCase([reported(start, { conduct: 'told', limit: null })]);
    expect(decide(told, { move: 'accept' }, context({ at: start }))).toMatchObject({ code: 'illegal-move' });
    expect(decide(told, { move: 'urge', note: '' }, context({ at: start })).ok).toBe(true);
  });

  it('names the department or condition that does not exist', () => {
    const filing = moved(fresh(), start, [{ move: 'accept' }]);
    const bad = decide(filing, { ...FILE, conditionNo: 9 }, context({ at: start }));
    expect(bad).toMatchObject({ ok: false, code: 'bad-argument' });
    const wrong = decide(disposing(), { ...DISPATCH, department: 'nobody' }, context({ at: start }));
    expect(wrong).toMatchObject({ ok: false, message: 'there is no department nobody' });
  });
});
