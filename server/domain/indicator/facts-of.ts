import type { Actor } from '#domain/account/role.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { emptyState } from '#domain/case/blank.ts';
import type { CaseState, StageInstance } from '#domain/case/case.ts';
import { stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { applyEvent, compareEvents } from '#domain/case/fold.ts';
import { isEnd, phaseCode, type Phase } from '#domain/case/stage.ts';
import { computeClock } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { CaseFacts, Doer, Fact, FactKind } from './fact.ts';

/** How a passage through a stage ended. */
type Ending = { event: CaseEvent; next: Phase; heldBy: string | null; nextDepartment: string | null };

/**
 * A case walked through its events: its last state, each event with the phase it met, and what ended each passage with
 * the department that had held it, by the passage's number.
 */
type Walk = {
  state: CaseState;
  reporter: Doer | null;
  steps: readonly { event: CaseEvent; before: Phase }[];
  endings: ReadonlyMap<number, Ending>;
};

/**
 * The facts of one case, from its events in any order and however often each came. Null for a log without a report.
 *
 * @param id the case's dense whole number.
 */
export function factsOf(id: number, events: readonly CaseEvent[], calendar: CompiledCalendar): CaseFacts | null {
  const walk = walkThrough(events);
  if (walk === null) return null;
  const { state } = walk;
  const facts = [reportFact(walk), ...passageFacts(walk, calendar), ...momentFacts(walk), ...wholeFact(walk, calendar)];
  return { id, place: state.place, channel: state.channel, categoryKey: state.categoryKey, facts };
}

function walkThrough(events: readonly CaseEvent[]): Walk | null {
  const byId = new Map<string, CaseEvent>();
  for (const event of events) if (!byId.has(event.eventId)) byId.set(event.eventId, event);
  const ordered = [...byId.values()].sort(compareEvents);
  const first = ordered[0];
  if (first?.data.type !== 'reported') return null;
  let state = emptyState(first, first.data);
  const endings = new Map<number, Ending>();
  const steps: Walk['steps'][number][] = [];
  for (const event of ordered.slice(1)) {
    const { phase: before, department: heldBy } = state;
    const open = state.instances.at(-1);
    state = applyEvent(state, event);
    steps.push({ event, before });
    if (open === undefined || open.leftAt !== null) continue;
    const last = state.instances.at(-1);
    if (last?.no === open.no && last.leftAt === null) continue;
    endings.set(open.no, { event, next: state.phase, heldBy, nextDepartment: state.department });
  }
  return { state, reporter: doerOf(first.actor), steps, endings };
}

function reportFact({ state, reporter }: Walk): Fact {
  return {
    ...blank('report', state.reportedAt),
    endedAt: state.filedAt,
    done: state.filedAt !== null,
    department: state.department,
    doer: reporter,
  };
}

function passageFacts(walk: Walk, calendar: CompiledCalendar): Fact[] {
  const { state, endings } = walk;
  return state.instances.flatMap((passage) => {
    const ending = endings.get(passage.no) ?? null;
    const fact = passageFact(walk, passage, ending, calendar);
    if (fact === null) return [];
    if (fact.kind === 'accept' && sendsToVerify(state, passage, ending))
      return [fact, { ...fact, kind: 'verify-task' }];
    if (fact.kind === 'verify' && ending?.event.data.type === 'verified' && ending.event.data.found)
      return [fact, { ...blank('confirm', ending.event.at), endedAt: ending.event.at, done: true, doer: fact.doer }];
    // The platform sends the check task itself, the moment the department feeds back.
    if (fact.kind === 'check')
      return [fact, { ...blank('check-task', fact.enteredAt), endedAt: fact.enteredAt, done: true }];
    return [fact];
  });
}

const KIND_OF: Partial<Record<Phase, FactKind>> = {
  accept: 'accept',
  verify: 'verify',
  file: 'file',
  dispatch: 'dispatch',
  dispose: 'dispose',
  check: 'check',
};

function passageFact(
  walk: Walk,
  passage: StageInstance,
  ending: Ending | null,
  calendar: CompiledCalendar,
): Fact | null {
  const kind = KIND_OF[passage.stage];
  if (kind === undefined) return null;
  const { state } = walk;
  const done = ending !== null && isDone(passage.stage, ending);
  const due = dueOf(stageClockFacts(passage), calendar);
  const ownDepartment = kind === 'dispose' && ending !== null ? ending.heldBy : state.department;
  return {
    ...blank(kind, passage.enteredAt),
    dueAt: due,
    endedAt: passage.leftAt,
    done,
    late: due !== null && passage.leftAt !== null && passage.leftAt > due,
    undoneAt: undoneAt(kind, walk, passage),
    department: ownDepartment,
    doer: done ? doerOf(ending.event.actor) : null,
  };
}

/** Whether a passage ended with its work done. A foreign system names the next stage only. */
function isDone(stage: StageInstance['stage'], { event, next }: Ending): boolean {
  const { type } = event.data;
  switch (stage) {
    case 'accept':
      return type === 'accepted' || (type === 'told' && isPast(stage, next));
    case 'verify':
      return type === 'verified' || (type === 'told' && isPast(stage, next));
    case 'file':
      return type === 'filed' || (type === 'told' && isPast(stage, next));
    case 'dispatch':
      return type === 'dispatched' || (type === 'told' && isPast(stage, next));
    case 'dispose':
      return next === 'closed' || (!isEnd(next) && phaseCode(next) > phaseCode('dispose'));
    case 'check':
      return type === 'checked' || (type === 'told' && isPast(stage, next));
    case 'close':
      return next === 'closed';
  }
}

function isPast(stage: Phase, next: Phase): boolean {
  return next === 'closed' || (!isEnd(next) && phaseCode(next) > phaseCode(stage));
}

/** Reports of the public go on site to be verified; one that is still to be accepted will be. */
function sendsToVerify(state: CaseState, passage: StageInstance, ending: Ending | null): boolean {
  return ending === null ? passage.leftAt === null && state.channel === 'public' : ending.next === 'verify';
}

/** When done work proved wrong: a void after filing, another department after a dispatch. Void takes all of a case's due. */
function undoneAt(kind: FactKind, walk: Walk, passage: StageInstance): number | null {
  const { state, endings } = walk;
  const voidAt = state.phase === 'void' ? state.endedAt : null;
  if (kind !== 'dispatch') return kind === 'accept' || kind === 'verify-task' ? null : voidAt;
  const sent = endings.get(passage.no)?.nextDepartment ?? null;
  return sent === null ? null : redispatchedAt(walk, passage.leftAt ?? 0, sent);
}

function redispatchedAt({ steps }: Walk, after: number, department: string): number | null {
  const next = steps.find(
    ({ event: { at, data } }) => at > after && data.type === 'dispatched' && data.department !== department,
  );
  return next?.event.at ?? null;
}

/** What was done to the case in one moment. A re-dispatch straight from disposal is a dispatch of its own. */
function momentFacts(walk: Walk): Fact[] {
  let department: string | null = null;
  return walk.steps.flatMap(({ event, before }) => {
    const { at, data } = event;
    if (data.type === 'dispatched') {
      department = data.department;
      if (before === 'dispatch') return [];
      return [{ ...moment('dispatch', event, department), undoneAt: redispatchedAt(walk, at, department) }];
    }
    if (data.type === 'checked') return data.passed ? [] : [moment('rework', event, department)];
    const kind = MOMENT[data.type];
    return kind === undefined ? [] : [moment(kind, event, department)];
  });
}

const MOMENT: Partial<Record<CaseEvent['data']['type'], FactKind>> = {
  reworked: 'rework',
  returned: 'return',
  extended: 'extension',
  voided: 'void',
};

function moment(kind: FactKind, { at, actor }: CaseEvent, department: string | null): Fact {
  return { ...blank(kind, at), endedAt: at, done: true, department, doer: doerOf(actor) };
}

/** The whole case, and for a foreign system's case its filing, which it never tells by itself. */
function wholeFact({ state, endings }: Walk, calendar: CompiledCalendar): Fact[] {
  const { whole } = state;
  const told = state.conduct === 'told';
  if (whole === null && state.phase !== 'closed' && !told) return [];
  const startedAt = told ? state.reportedAt : (whole?.startedAt ?? state.filedAt ?? state.reportedAt);
  const due = whole === null ? null : dueOf(wholeClockFacts(whole), calendar);
  const endedAt = state.endedAt;
  const closed = state.phase === 'closed';
  const last = endings.get(state.instances.at(-1)?.no ?? 0);
  const fact: Fact = {
    ...blank('whole', startedAt),
    dueAt: due,
    endedAt,
    done: closed,
    late: due !== null && endedAt !== null && endedAt > due,
    undoneAt: state.phase === 'void' ? endedAt : null,
    department: state.department,
    doer: closed ? doerOf(last?.event.actor) : null,
  };
  const filed =
    told && !state.instances.some(({ stage }) => stage === 'file') && (closed || isPast('file', state.phase));
  return filed
    ? [{ ...blank('file', startedAt), endedAt: startedAt, done: true, department: state.department }, fact]
    : [fact];
}

/** Null where no clock runs or ran, and where its deadline lies outside the calendar's years: then nothing is due. */
function dueOf(facts: ClockFacts | null, calendar: CompiledCalendar): number | null {
  if (facts === null) return null;
  try {
    return computeClock(facts, calendar).dueAt;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function blank(kind: FactKind, enteredAt: number): Fact {
  return {
    kind,
    enteredAt,
    dueAt: null,
    endedAt: null,
    done: false,
    late: false,
    exempt: false,
    undoneAt: null,
    department: null,
    doer: null,
  };
}

function doerOf(actor: Actor | undefined): Doer | null {
  return actor === undefined || actor.kind === 'system' ? null : { id: actor.id, name: actor.name };
}
