import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POST_LEVELS, type Post } from '#domain/account/post.ts';
import { ROLES } from '#domain/account/role.ts';
import type { CaseState } from '#domain/case/case.ts';
import { decide } from '#domain/case/decide.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { applyEvent, foldCase } from '#domain/case/fold.ts';
import { legalMoves, legalRights } from '#domain/case/legal.ts';
import type { Move } from '#domain/case/move.ts';
import { rightFor } from '#domain/case/policy.ts';
import { isPaused, requestsOf } from '#domain/case/request.ts';
import { REQUEST_KINDS } from '#domain/case/request-kind.ts';
import { DEFAULT_RULES, type CaseRules } from '#domain/case/rules.ts';
import { USUAL_LEVELS } from '#domain/case/supervision-level.ts';
import { ENDS, isEnd, PHASES, type Stage } from '#domain/case/stage.ts';
import { CHANNELS } from '#domain/case/event.ts';
import { at, context, reported } from './sample.ts';

const start = at('2026-11-20 15:00');
const departments = ['120101-drainage', '120101-roads'];
const reason = '因故';
const media: string[] = [];
const categoryKey = 'gbt30428.2-2013:component:0101';

const ask = fc.record({ kind: fc.constantFrom(...REQUEST_KINDS), until: fc.option(fc.constant(start + 9e9)) });
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Move>({ move: 'accept' }, { move: 'file', categoryKey, conditionNo: 1 }) },
  {
    weight: 4,
    arbitrary: fc
      .record({ department: fc.constantFrom(...departments), supporting: fc.subarray(departments) })
      .map((to): Move => ({ move: 'dispatch', ...to, note: '' })),
  },
  { weight: 4, arbitrary: ask.map((one): Move => ({ move: 'ask', ...one, reason, instance: null })) },
  {
    weight: 4,
    arbitrary: fc
      .record({ request: fc.integer({ min: 1, max: 4 }), granted: fc.boolean() })
      .map((one): Move => ({ move: 'answer', ...one, reason })),
  },
  {
    weight: 12,
    arbitrary: fc.constantFrom<Move>(
      { move: 'verify', found: true, media },
      { move: 'verify', found: false, media },
      { move: 'pass', to: '120101', note: '' },
      { move: 'self-handle', note: '', media },
      { move: 'support', note: '已围挡', media },
      { move: 'return', reason },
      { move: 'feed-back', note: '', media },
      { move: 'feed-back', note: '', media },
      { move: 'check', passed: true, note: '', media },
      { move: 'check', passed: false, note: '', media },
      { move: 'rework', reason },
      { move: 'extend', reason },
      { move: 'shorten', limit: { value: 1, unit: 'working-hour' }, reason },
      { move: 'suspend', reason, until: null },
      { move: 'resume', reason },
      { move: 'supervise', level: 1, reason, replyBy: null },
      { move: 'reply', supervision: 1, text: '在办' },
      { move: 'lift-supervision', reason },
      { move: 'urge', note: '' },
      { move: 'send-team', team: 't', note: '' },
      { move: 'comment', text: '看过' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Move>(
      { move: 'decline', reason },
      { move: 'join', to: 'E-2', reason },
      { move: 'void', reason },
      { move: 'close', note: '', forced: false },
      { move: 'close', note: '', forced: false },
      { move: 'close', note: '', forced: true },
    ),
  },
);
const posts = fc.record({
  role: fc.oneof(fc.constantFrom(...ROLES), fc.constant('duty-officer' as const), fc.constant('source' as const)),
  level: fc.constantFrom(...POST_LEVELS),
  department: fc.constantFrom(null, ...departments),
});
const rules: fc.Arbitrary<CaseRules> = fc.record({
  command: fc.constantFrom('two-level', 'one-level'),
  maxExtensions: fc.integer({ min: 0, max: 3 }),
  pauseWhilePending: fc.boolean(),
  duplicateMetres: fc.constant(50),
  duplicateHours: fc.constant(24),
  onDutyMinutes: fc.constant(10),
  supervisionLevels: fc.constant(USUAL_LEVELS),
});
/** What moves a case on, so that random walks get everywhere. */
const FORWARD: Record<Stage, Move> = {
  accept: { move: 'accept' },
  verify: { move: 'verify', found: true, media },
  file: { move: 'file', categoryKey, conditionNo: 1 },
  dispatch: { move: 'dispatch', department: '120101-drainage', supporting: ['120101-roads'], note: '' },
  dispose: { move: 'feed-back', note: '', media },
  check: { move: 'check', passed: true, note: '', media },
  close: { move: 'close', note: '', forced: false },
};
const step = fc.record({ post: posts, move: moves, on: fc.nat(3), wait: fc.integer({ min: 1, max: 300 }) });
const steps = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });
const first = fc.record({ channel: fc.constantFrom(...CHANNELS), conduct: fc.constantFrom('own', 'own', 'told') });

type Told = { move: Move; before: CaseState; agreed: boolean; accepted: boolean };

/** Walks a case through random acts of random posts; what every step came to, and all events. */
function walk(
  begin: { channel: (typeof CHANNELS)[number]; conduct: 'own' | 'told' },
  acts: { post: Post; move: Move; on: number; wait: number }[],
  set: CaseRules,
): { state: CaseState; states: CaseState[]; events: CaseEvent[]; told: Told[] } {
  const events = [
    reported(start, { ...begin, limit: begin.conduct === 'told' ? null : { value: 15, unit: 'minute' } }),
  ];
  const target = foldCase([reported(start)]);
  let state = foldCase(events);
  const states = [state];
  const told: Told[] = [];
  let now = start;
  for (const [index, { wait, on, ...act }] of acts.entries()) {
    now += wait * 60_000;
    const isOn = on === 0 && !isEnd(state.phase);
    const move = isOn ? FORWARD[state.phase as Stage] : act.move;
    const post: Post = isOn ? { role: 'source', level: 'city', department: null } : act.post;
    const moment = { at: now, rules: set };
    const given = context({ ...moment, post, eventId: `e${index}`, join: { number: 'E-1', target } });
    const decision = decide(state, move, given);
    const rights = legalRights(state, post, given);
    const request = move.move === 'answer' ? requestsOf(state).find(({ no }) => no === move.request) : undefined;
    const right = move.move === 'answer' ? request && (`answer-${request.kind}` as const) : rightFor(move, state);
    const has = right !== undefined && rights.includes(right);
    const isMatterOfArguments =
      !decision.ok &&
      (decision.code === 'bad-argument' || (move.move === 'answer' && (move.granted || request?.status !== 'pending')));
    told.push({ move, before: state, accepted: decision.ok, agreed: isMatterOfArguments || has === decision.ok });
    if (decision.ok && right !== 'force-close') {
      expect(legalMoves(state, post, given)).toContain(move.move);
    }
    if (!decision.ok) continue;
    events.push(...decision.events);
    for (const event of decision.events) states.push((state = applyEvent(state, event)));
    now = Math.max(now, events.at(-1)!.at);
  }
  return { state, states, events, told };
}

function expectLegal(state: CaseState, set: CaseRules): void {
  const { phase, instances, whole, suspended, counts } = state;
  expect(PHASES).toContain(phase);
  const open = instances.filter(({ leftAt }) => leftAt === null);
  if (isEnd(phase)) {
    expect(open).toEqual([]);
    expect(state.endedAt).not.toBeNull();
    expect(suspended).toBeNull();
    expect(whole?.stoppedAt ?? state.endedAt).toBe(state.endedAt);
  } else {
    expect(open.map(({ stage }) => stage)).toEqual([phase]);
    expect(instances.at(-1)).toBe(open[0]);
    expect(state.endedAt).toBeNull();
  }
  instances.forEach((one, index) => {
    expect(one.no).toBe(index + 1);
    if (one.leftAt !== null) {
      expect(one.leftAt).toBeGreaterThanOrEqual(one.enteredAt);
      expect(instances[index + 1]?.enteredAt ?? state.endedAt).toBe(one.leftAt);
      expect(one.endedBy).toBeDefined();
      expect(one.pauses.every(({ to }) => to !== null)).toBe(true);
    } else expect(one.pauses.filter(({ to }) => to === null)).toHaveLength(isPaused(state) ? 1 : 0);
    for (const [at, pause] of one.pauses.entries()) {
      expect(pause.to ?? Infinity).toBeGreaterThanOrEqual(pause.from);
      expect(pause.from).toBeGreaterThanOrEqual(one.pauses[at - 1]?.to ?? one.enteredAt);
    }
  });
  expect(counts.extended).toBeLessThanOrEqual(set.maxExtensions);
  for (const kind of REQUEST_KINDS) {
    const pending = requestsOf(state).filter((one) => one.kind === kind && one.status === 'pending');
    expect(pending.length).toBeLessThanOrEqual(1);
    if (kind !== 'void' && kind !== 'appeal')
      for (const one of pending) expect(one.instance).toBe(instances.at(-1)?.no);
    if (pending.length > 0 && kind !== 'appeal') expect(isEnd(phase)).toBe(false);
  }
  expect(requestsOf(state).map(({ no }) => no)).toEqual(requestsOf(state).map((_, index) => index + 1));
  if (state.duplicateOf !== undefined) expect(ENDS).toContain(phase);
  expect(state.anomalies).toEqual([]);
}

describe('the case machine under random posts', () => {
  it('has no path to an illegal state', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(first, steps, rules, (begin, acts, set) => {
        const { states } = walk(begin, acts, set);
        for (const state of states) {
          expectLegal(state, set);
          reached.add(state.phase);
        }
      }),
      { numRuns: 400 },
    );
    expect([...reached].sort()).toEqual([...PHASES].sort());
  });

  it('accepts what it calls legal, and nothing else', () => {
    let accepted = 0;
    fc.assert(
      fc.property(first, steps, rules, (begin, acts, set) => {
        const { told } = walk(begin, acts, set);
        expect(told.filter(({ agreed }) => !agreed)).toEqual([]);
        accepted += told.filter((one) => one.accepted).length;
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it('folds its log to the same state in any order, however often each event comes', () => {
    fc.assert(
      fc.property(first, steps, fc.infiniteStream(fc.nat()), (begin, acts, stream) => {
        const { state, events } = walk(begin, acts, DEFAULT_RULES);
        const keys = [...stream.take(events.length * 2)];
        const shuffled = [...events, ...events]
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(foldCase(shuffled)).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });
});
