import { describe, expect, it } from 'vitest';
import { runningClocks } from '#domain/case/deadlines.ts';
import { legalRights } from '#domain/case/legal.ts';
import type { Move } from '#domain/case/move.ts';
import { pendingRequests, requestsOf } from '#domain/case/request.ts';
import type { RequestKind } from '#domain/case/request-kind.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import type { CaseState } from '#domain/case/case.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { at, calendar, context } from './sample.ts';
import { after, dispatcher, disposing, drainage, tried } from './walk.ts';

const department = drainage;
const ask = (kind: RequestKind, until: number | null = null): Move => ({
  move: 'ask',
  kind,
  reason: '缺配件',
  until,
  instance: null,
});
const answer = (request: number, granted: boolean): Move => ({ move: 'answer', request, granted, reason: '已核' });

const dueOf = (state: CaseState) => runningClocks(state, calendar, defaultThresholds).stageClock?.dueAt;

describe('a request', () => {
  it('is asked by the department and answered by the dispatcher, with a reason on both', () => {
    const asked = after(disposing(), '2026-11-23 08:50', ask('extension'), department);
    expect(pendingRequests(asked)).toMatchObject([{ no: 1, kind: 'extension', reason: '缺配件', instance: 4 }]);
    expect(tried(asked, '2026-11-23 08:55', answer(1, true), department)).toMatchObject({ code: 'not-allowed' });
    const granted = after(asked, '2026-11-23 08:55', answer(1, true), dispatcher);
    expect(requestsOf(granted)).toMatchObject([{ status: 'granted', answer: { reason: '已核' } }]);
    expect(granted.counts.extended).toBe(1);
  });

  it('for an extension counts from when it was asked: granted after the deadline, the case is in time', () => {
    const asked = after(disposing(), '2026-11-23 09:03', ask('extension'), department);
    const granted = after(asked, '2026-11-23 10:30', answer(1, true), dispatcher);
    expect(dueOf(granted)).toBe(at('2026-11-23 15:03'));
    expect(granted.instances.at(-1)?.extensions).toMatchObject([{ at: at('2026-11-23 09:03') }]);
    expect(tried(disposing(), '2026-11-23 09:04', ask('extension'), department)).toMatchObject({
      code: 'illegal-move',
      message: 'an extension must be asked for before the deadline',
    });
  });

  it('moves no clock while it waits, unless the city set it so', () => {
    const asked = after(disposing(), '2026-11-20 17:00', ask('return'), department);
    expect(dueOf(asked)).toBe(at('2026-11-23 09:03'));
    const rules = { ...DEFAULT_RULES, pauseWhilePending: true };
    const held = after(disposing(), '2026-11-20 17:00', ask('return'), { ...department, rules });
    expect(runningClocks(held, calendar, defaultThresholds)).toEqual({ stageClock: null, wholeClock: null });
    const refused = after(held, '2026-11-23 10:00', answer(1, false), { ...dispatcher, rules });
    // 1:57 of 4 hours used by Friday 17:00; 2:03 left from Monday 10:00, with the noon break between.
    expect(dueOf(refused)).toBe(at('2026-11-23 14:03'));
  });

  it('refused, counts for nothing; granted twice, there is no third', () => {
    const refused = after(
      after(disposing(), '2026-11-20 16:00', ask('extension'), department),
      '2026-11-20 16:10',
      answer(1, false),
      dispatcher,
    );
    expect(refused.counts.extended).toBe(0);
    let state = refused;
    for (const no of [2, 3]) {
      state = after(state, '2026-11-20 16:20', ask('extension'), department);
      state = after(state, '2026-11-20 16:30', answer(no, true), dispatcher);
    }
    expect(state.counts.extended).toBe(2);
    expect(tried(state, '2026-11-20 16:40', ask('extension'), department)).toMatchObject({ code: 'limit-reached' });
    const one = { ...department, rules: { ...DEFAULT_RULES, maxExtensions: 0 } };
    expect(tried(disposing(), '2026-11-20 16:00', ask('extension'), one)).toMatchObject({ code: 'limit-reached' });
  });

  it('granted, becomes the move: a return, a suspension with its end, a void by the duty officer alone', () => {
    const asked = after(disposing(), '2026-11-20 16:00', ask('return'), department);
    expect(after(asked, '2026-11-20 16:05', answer(1, true), dispatcher)).toMatchObject({ phase: 'dispatch' });
    const until = at('2026-12-01 08:00');
    const wished = after(disposing(), '2026-11-20 16:00', ask('suspension', until), department);
    expect(after(wished, '2026-11-20 16:05', answer(1, true), dispatcher).suspended).toMatchObject({ until });
    const gone = after(disposing(), '2026-11-20 16:00', ask('void'), { role: 'operator' });
    expect(tried(gone, '2026-11-20 16:05', answer(1, true), dispatcher)).toMatchObject({ code: 'not-allowed' });
    expect(after(gone, '2026-11-20 16:05', answer(1, true))).toMatchObject({ phase: 'void' });
  });

  it('waits alone of its kind, and is answered rather than passed over', () => {
    const asked = after(disposing(), '2026-11-20 16:00', ask('extension'), department);
    expect(tried(asked, '2026-11-20 16:01', ask('extension'), department)).toMatchObject({ code: 'illegal-move' });
    expect(tried(asked, '2026-11-20 16:01', { move: 'extend', reason: '雨' }, dispatcher)).toMatchObject({
      code: 'illegal-move',
    });
    expect(legalRights(asked, dispatcher.post, context({ at: at('2026-11-20 16:01') }))).toContain('answer-extension');
  });

  it('about a stage that is over lapses; one to void the case waits on', () => {
    const asked = after(
      after(disposing(), '2026-11-20 16:00', ask('return'), department),
      '2026-11-20 16:01',
      ask('void'),
      department,
    );
    const fedBack = after(asked, '2026-11-20 16:30', { move: 'feed-back', note: '', media: [] }, department);
    expect(requestsOf(fedBack).map(({ status }) => status)).toEqual(['lapsed', 'pending']);
    expect(tried(fedBack, '2026-11-20 16:40', answer(1, true), dispatcher)).toMatchObject({ code: 'illegal-move' });
    const closed = after(fedBack, '2026-11-20 16:50', { move: 'close', note: '', forced: true }, { role: 'leader' });
    expect(requestsOf(closed).map(({ status }) => status)).toEqual(['lapsed', 'lapsed']);
  });

  it('is named by its number', () => {
    expect(tried(disposing(), '2026-11-20 16:00', answer(7, true), dispatcher)).toMatchObject({ code: 'bad-argument' });
  });
});
