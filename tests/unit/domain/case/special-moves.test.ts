import { describe, expect, it } from 'vitest';
import type { CaseState } from '#domain/case/case.ts';
import { judged } from '#domain/case/charge.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import { foldCase } from '#domain/case/fold.ts';
import { legalRights } from '#domain/case/legal.ts';
import type { Move } from '#domain/case/move.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { isReplyLate, owedReplies, supervisionsOf } from '#domain/case/supervision.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { at, calendar, context, reported } from './sample.ts';
import { after, dispatcher, disposing, drainage, fresh, leader, tried } from './walk.ts';

const oneLevel = { ...DEFAULT_RULES, command: 'one-level' } as const;
const city = (role: 'operator' | 'duty-officer' | 'dispatcher') =>
  ({ post: { role, level: 'city', department: null }, rules: oneLevel }) as const;

describe('supervision', () => {
  const supervised = (): CaseState =>
    after(disposing(), '2026-11-20 16:00', {
      move: 'supervise',
      level: 2,
      reason: '久',
      replyBy: at('2026-11-20 17:00'),
    });

  it('demands a reply by an instant and keeps it owed until the department gives it', () => {
    expect(owedReplies(supervised())).toMatchObject([{ no: 1, level: 2, replyBy: at('2026-11-20 17:00') }]);
    const replied = after(
      supervised(),
      '2026-11-20 17:05',
      { move: 'reply', supervision: 1, text: '今晚完成' },
      drainage,
    );
    expect(owedReplies(replied)).toEqual([]);
    const [one] = supervisionsOf(replied);
    expect(one).toMatchObject({ reply: { text: '今晚完成' } });
    expect(isReplyLate(one!, at('2026-11-21 08:00'))).toBe(true);
    expect(tried(replied, '2026-11-20 17:06', { move: 'reply', supervision: 1, text: '再' }, drainage)).toMatchObject({
      code: 'illegal-move',
    });
  });

  it('is late while nothing comes, owes nothing once lifted, and wants an instant to come', () => {
    const [one] = owedReplies(supervised());
    expect([isReplyLate(one!, one!.replyBy!), isReplyLate(one!, one!.replyBy! + 1)]).toEqual([false, true]);
    const lifted = after(supervised(), '2026-11-20 16:30', { move: 'lift-supervision', reason: '已办' });
    expect(owedReplies(lifted)).toEqual([]);
    expect(
      tried(disposing(), '2026-11-20 16:00', { move: 'supervise', level: 1, reason: '久', replyBy: 1 }),
    ).toMatchObject({ code: 'bad-argument' });
  });
});

describe('who disposes', () => {
  it('is wrong when another has to be found, and the same one’s rework is not', () => {
    const other: Move & { move: 'dispatch' } = {
      move: 'dispatch',
      department: '120101-roads',
      supporting: [],
      note: '',
    };
    const again = after(disposing(), '2026-11-20 16:00', other, dispatcher);
    expect(again).toMatchObject({ department: '120101-roads', counts: { redispatched: 1, rework: 0 } });
    const back = after(disposing(), '2026-11-20 16:00', { move: 'return', reason: '非本单位' }, dispatcher);
    const same = after(back, '2026-11-20 16:01', { ...other, department: '120101-drainage' }, dispatcher);
    expect(same.counts.redispatched).toBeUndefined();
  });

  it('is one lead department; a supporting one says what it did and closes nothing', () => {
    const roads = { post: { ...drainage.post, department: '120101-roads' } };
    const state = disposing(['120101-roads']);
    expect(tried(state, '2026-11-20 16:00', { move: 'feed-back', note: '', media: [] }, roads)).toMatchObject({
      code: 'not-allowed',
    });
    const said = after(state, '2026-11-20 16:00', { move: 'support', note: '已围挡', media: ['a'] }, roads);
    expect(said).toMatchObject({
      phase: 'dispose',
      supportFeedback: [{ department: '120101-roads', note: '已围挡' }],
      media: { after: ['a'] },
    });
    expect(tried(said, '2026-11-20 16:01', { move: 'support', note: '我', media: [] }, drainage)).toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('other ways through', () => {
  it('puts right on the spot: closed after the audit, or taken up as any other case', () => {
    const collector = { role: 'collector' } as const;
    const handled = after(
      fresh(),
      '2026-11-20 15:05',
      { move: 'self-handle', note: '已清理', media: ['b'] },
      collector,
    );
    expect(handled).toMatchObject({ phase: 'accept', selfHandled: true });
    const operator = { role: 'operator' } as const;
    const closed = after(handled, '2026-11-20 15:10', { move: 'close', note: '', forced: false }, operator);
    expect(closed).toMatchObject({ phase: 'closed', selfHandled: true, forced: false });
    expect(after(handled, '2026-11-20 15:10', { move: 'accept' }, operator)).toMatchObject({ selfHandled: false });
    expect(tried(fresh(), '2026-11-20 15:10', { move: 'close', note: '', forced: false })).toMatchObject({
      code: 'illegal-move',
    });
  });

  it('passes what the city was told to the district that files it', () => {
    const nowhere = foldCase([
      reported(at('2026-11-20 15:00'), { place: { ...fresh().place, districtCode: null }, channel: 'public' }),
    ]);
    const passed = after(nowhere, '2026-11-20 15:05', { move: 'pass', to: '120103', note: '' }, city('operator'));
    expect(passed).toMatchObject({ phase: 'accept', passed: { to: '120103' }, place: { districtCode: '120103' } });
    expect(passed.instances.map(({ stage }) => stage)).toEqual(['accept', 'accept']);
    const wrong = tried(fresh(), '2026-11-20 15:05', { move: 'pass', to: '120103', note: '' }, city('operator'));
    expect(wrong).toMatchObject({ code: 'bad-argument', why: { fault: 'other-district', about: '120101' } });
    expect(tried(fresh(), '2026-11-20 15:05', { move: 'accept' }, city('operator'))).toMatchObject({
      code: 'not-allowed',
    });
    expect(tried(disposing(), '2026-11-20 15:05', { move: 'urge', note: '' }, city('dispatcher')).ok).toBe(true);
  });

  it('shortens a disposal by a leader’s word, never to an instant that has passed', () => {
    const shorten = (value: number) =>
      ({ move: 'shorten', limit: { value, unit: 'working-hour' }, reason: '防汛' }) as const;
    const short = after(disposing(), '2026-11-20 16:00', shorten(2), leader);
    expect(runningClocks(short, calendar, defaultThresholds).stageClock).toMatchObject({
      round: 1,
      dueAt: at('2026-11-20 17:03'),
    });
    for (const value of [0.5, 5]) {
      expect(tried(disposing(), '2026-11-20 16:00', shorten(value), leader)).toMatchObject({
        code: 'bad-argument',
        why: { fault: 'not-shorter' },
      });
    }
  });

  it('ends as a duplicate of another, before filing as declined and after it as void', () => {
    const join = { move: 'join', to: 'E-2', reason: '同一处' } as const;
    const target = disposing();
    const ended = after(fresh(), '2026-11-20 15:05', join, { join: { number: 'E-1', target } });
    expect(ended).toMatchObject({ phase: 'declined', duplicateOf: 'E-2' });
    expect(after(target, '2026-11-20 15:05', join, { join: { number: 'E-1', target } }).phase).toBe('void');
    for (const [wrong, why] of [
      [
        { number: 'E-2', target },
        { fault: 'itself', about: 'E-2' },
      ],
      [
        { number: 'E-1', target: null },
        { fault: 'no-case', about: 'E-2' },
      ],
      [
        { number: 'E-1', target: ended },
        { fault: 'is-duplicate', about: 'E-2' },
      ],
    ] as const) {
      expect(tried(fresh(), '2026-11-20 15:05', join, { join: wrong })).toMatchObject({ code: 'bad-argument', why });
    }
  });

  it('closes by force, marked, for a leader alone', () => {
    const forced = { move: 'close', note: '', forced: true } as const;
    expect(after(disposing(), '2026-11-20 16:00', forced, leader)).toMatchObject({ phase: 'closed', forced: true });
    expect(tried(disposing(), '2026-11-20 16:00', forced)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('what a passage is charged with', () => {
  const late = (): CaseState => {
    const fedBack = after(disposing(), '2026-11-23 10:00', { move: 'feed-back', note: '', media: [] }, drainage);
    return judged(fedBack, calendar);
  };

  it('is whoever held it, who ended it, and the due instant of its end', () => {
    const passage = late().instances.find(({ stage }) => stage === 'dispose');
    expect(passage).toMatchObject({
      holder: '120101-drainage',
      endedBy: { name: '马骁' },
      judgedDueAt: at('2026-11-23 09:03'),
      leftAt: at('2026-11-23 10:00'),
    });
    const state = late();
    expect(judged(state, calendar)).toBe(state);
  });

  it('stays late on a granted appeal, and leaves the score', () => {
    const appeal = { move: 'ask', kind: 'appeal', reason: '道路封闭', until: null, instance: null } as const;
    const closed = after(late(), '2026-11-23 11:00', { move: 'close', note: '', forced: true }, leader);
    const asked = after(closed, '2026-11-24 09:00', appeal, drainage);
    const granted = after(
      asked,
      '2026-11-24 10:00',
      { move: 'answer', request: 1, granted: true, reason: '属实' },
      city('duty-officer'),
    );
    expect(granted.instances.find(({ stage }) => stage === 'dispose')).toMatchObject({
      judgedDueAt: at('2026-11-23 09:03'),
      exempted: { reason: '道路封闭' },
    });
    expect(granted).toMatchObject({ phase: 'closed', anomalies: [] });
    expect(tried(granted, '2026-11-24 11:00', appeal, drainage)).toMatchObject({ code: 'illegal-move' });
    const roads = { post: { ...drainage.post, department: '120101-roads' } };
    expect(tried(closed, '2026-11-24 09:00', appeal, roads)).toMatchObject({ code: 'illegal-move' });
    expect(tried(disposing(), '2026-11-20 16:00', appeal, drainage)).toMatchObject({ code: 'illegal-move' });
    expect(legalRights(closed, drainage.post, context({ at: at('2026-11-24 09:00') }))).toContain('ask-appeal');
  });
});
