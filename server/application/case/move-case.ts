import { isCityCode } from '#domain/place/code.ts';
import { postOf } from '#domain/account/post.ts';
import type { Principal } from '#domain/account/role.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { decide } from '#domain/case/decide.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import type { CommandResult, MoveRequest, Refusal } from '#wire/command.ts';
import type { CaseDraft } from './draft.ts';
import type { Handbook } from './handbook.ts';
import type { CaseWriter } from './writer.ts';

type Parts = {
  writer: CaseWriter;
  handbook: () => Handbook;
  calendar: () => CompiledCalendar;
  rules: () => CaseRules;
  now: () => number;
};

/**
 * A person's move on a case: checked against the state under the log's lock, so two officers never overwrite each
 * other. The same requestId twice is one act with one answer.
 */
export async function moveCase(
  parts: Parts,
  principal: Principal,
  caseNumber: string,
  request: MoveRequest,
): Promise<CommandResult> {
  return parts.writer.submit<CommandResult>({
    keys: { numbers: request.move.move === 'join' ? [caseNumber, request.move.to] : [caseNumber] },
    size: 1,
    plan(book) {
      const draft = book.byNumber(caseNumber);
      if (!draft || !mayReach(principal, draft)) {
        return refused({ code: 'not-found', message: `there is no case ${caseNumber}` });
      }
      const eventId = `${principal.id}:${request.requestId}`;
      if (draft.has(eventId)) return answered(draft);
      const conflict = conflictOf(draft, request.expected);
      if (conflict) return refused(conflict);
      const now = parts.now();
      const handbook = parts.handbook();
      const target = request.move.move === 'join' ? book.byNumber(request.move.to) : undefined;
      const reachable = target && mayReach(principal, target) ? target : null;
      const decision = decide(draft.state, request.move, {
        eventId,
        at: Math.max(now, draft.newestAt + 1),
        recordedAt: now,
        actor: { kind: principal.kind, id: principal.id, name: principal.name },
        post: postOf(principal),
        rules: parts.rules(),
        calendar: parts.calendar(),
        ...handbook,
        join: { number: caseNumber, target: reachable?.state ?? null },
      });
      if (!decision.ok) {
        const { ok: _ok, ...refusal } = decision;
        return refused(refusal);
      }
      for (const event of decision.events) draft.append(event);
      if (request.move.move === 'join') reachable?.append(joinedTo(reachable, decision.events[0], caseNumber));
      return answered(draft);
    },
  });
}

/** What the case that another was joined to says of it. */
function joinedTo(target: CaseDraft, { eventId, at, recordedAt, actor, data }: CaseEvent, number: string): CaseEvent {
  const reason = data.type === 'joined' ? data.reason : '';
  return {
    eventId: `${eventId}/duplicate-joined`,
    at: Math.max(at, target.newestAt + 1),
    recordedAt,
    actor,
    data: { type: 'duplicate-joined', number, reason },
  };
}

/** Whether a principal's scope and department cover a case. */
export function mayReach(principal: Principal, draft: CaseDraft): boolean {
  const { state } = draft;
  if (principal.role === 'source' && draft.stored?.source !== principal.id) return false;
  if (principal.department !== null && principal.role === 'department' && !hasPart(state, principal.department)) {
    return false;
  }
  return isWithin(principal.scope, state);
}

/** Whether a department leads a case, supports it, or had it before. */
function hasPart({ department, supporting, instances }: CaseState, code: string): boolean {
  return department === code || supporting.includes(code) || instances.some(({ holder }) => holder === code);
}

/** Whether a place code covers a case's place ('120000' = the city: everything, cases outside it too). */
export function isWithin(scope: string, state: Pick<CaseState, 'place'>): boolean {
  if (isCityCode(scope)) return true;
  const { districtCode, subdistrictCode } = state.place;
  return districtCode === scope || subdistrictCode === scope;
}

function conflictOf(draft: CaseDraft, expected: number | null): Refusal | null {
  if (expected === null || draft.state.moveVersion === expected) return null;
  const last = lastMove(draft);
  return {
    code: 'version-conflict',
    message: last
      ? `${last.actor.name} has moved this case since (${last.data.type})`
      : 'somebody has moved this case since',
    ...(last && { other: { name: last.actor.name, what: last.data.type, at: last.at } }),
  };
}

function lastMove(draft: CaseDraft): CaseEvent | undefined {
  return draft.events().findLast((event) => event.data.type !== 'commented');
}

function answered(draft: CaseDraft): { finish(numberOf: (draft: CaseDraft) => string): CommandResult } {
  const { version, moveVersion } = draft.state;
  return { finish: (numberOf) => ({ ok: true, caseNumber: numberOf(draft), version, moveVersion }) };
}

function refused(refusal: Refusal): { finish(): CommandResult } {
  return { finish: () => ({ ok: false, refusal }) };
}
