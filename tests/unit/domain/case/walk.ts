import { decide } from '#domain/case/decide.ts';
import { applyEvent, foldCase } from '#domain/case/fold.ts';
import type { Move } from '#domain/case/move.ts';
import type { CaseState } from '#domain/case/case.ts';
import { at, context, reported } from './sample.ts';

type Over = Parameters<typeof context>[0];
let events = 0;

/** What a move on a case comes to at an instant of Beijing time. */
export function tried(state: CaseState, when: string, move: Move, over: Over = {}): ReturnType<typeof decide> {
  return decide(state, move, context({ eventId: `e${++events}`, at: at(when), recordedAt: at(when), ...over }));
}

/** The case after a move that has to be allowed. */
export function after(state: CaseState, when: string, move: Move, over: Over = {}): CaseState {
  const decision = tried(state, when, move, over);
  if (!decision.ok) throw new Error(decision.message);
  return decision.events.reduce(applyEvent, state);
}

/** A report of Fri 20 November 15:00. */
export function fresh(): CaseState {
  return foldCase([reported(at('2026-11-20 15:00'))]);
}

/** Dispatched Fri 15:03 with 4 working hours: due Mon 9:03. */
export function disposing(supporting: string[] = []): CaseState {
  let state = after(fresh(), '2026-11-20 15:01', { move: 'accept' });
  const categoryKey = 'gbt30428.2-2013:component:0101';
  state = after(state, '2026-11-20 15:02', { move: 'file', categoryKey, conditionNo: 1 });
  return after(state, '2026-11-20 15:03', { move: 'dispatch', department: '120101-drainage', supporting, note: '' });
}

export const drainage = { post: { role: 'department', level: 'district', department: '120101-drainage' } } as const;
export const dispatcher = { post: { role: 'dispatcher', level: 'district', department: null } } as const;
export const leader = { post: { role: 'leader', level: 'city', department: null } } as const;
