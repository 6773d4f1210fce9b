import { postOf } from '#domain/account/post.ts';
import type { Actor, Principal } from '#domain/account/role.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseState } from '#domain/case/case.ts';
import { decide, type Refused } from '#domain/case/decide.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import type { Rejection, RejectionCode } from '#wire/http/rejection.ts';
import type { PastMove } from '../api-port.ts';
import type { Handbook } from '../case/handbook.ts';

type Parts = {
  calendar: () => CompiledCalendar;
  handbook: () => Handbook;
  rules: () => CaseRules;
  now: () => number;
};

/**
 * What a source's move on its own case becomes, or why it is rejected. It counts from when the source says it happened,
 * but neither ahead of our clock nor before the case's newest event (`newestAt`, epoch ms).
 */
export function decideForSource(
  parts: Parts,
  source: Principal,
  state: CaseState,
  newestAt: number,
  { eventId, at, by, move }: PastMove,
): { ok: true; events: readonly CaseEvent[] } | { ok: false; rejection: Rejection } {
  const now = parts.now();
  const decision = decide(state, move, {
    eventId,
    at: Math.max(Math.min(at, now), newestAt + 1),
    recordedAt: now,
    actor: actorOf(source, by),
    post: postOf(source),
    rules: parts.rules(),
    calendar: parts.calendar(),
    ...parts.handbook(),
  });
  if (decision.ok) return decision;
  const legal = decision.legal.length > 0 ? `; possible now: ${decision.legal.join(', ')}` : '';
  const message = `${decision.message}${legal}`;
  return { ok: false, rejection: { status: 'rejected', code: REJECTION[decision.code], field: 'move', message } };
}

/** Who the source says acted, in its own name space; otherwise the source itself. */
export function actorOf(source: Principal, by: PastMove['by']): Actor {
  return { kind: 'source', id: by ? `${source.id}/${by.id}` : source.id, name: by?.name ?? source.name };
}

/** A refused move in the words of a batch's answer. */
const REJECTION = {
  'illegal-move': 'illegal-move',
  'limit-reached': 'illegal-move',
  'not-allowed': 'not-allowed',
  'bad-argument': 'bad-field',
} as const satisfies Record<Refused['code'], RejectionCode>;
