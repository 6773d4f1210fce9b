import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseState, StageInstance } from '#domain/case/case.ts';
import { stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { isEnd, phaseCode, type Phase } from '#domain/case/stage.ts';
import { computeClock } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { readPlaceCode } from '#domain/place/code-text.ts';
import type { Located } from '#domain/place/position.ts';
import { placeOfCode } from '#domain/place/succession.ts';
import { walkThrough, type CaseWalk, type Ending } from './case-walk.ts';
import { blankFact, doerOf, LEAVES_WHEN, type CaseFacts, type Fact, type FactKind, type Leaving } from './fact.ts';
import { momentFacts, redispatchedAt } from './moment-facts.ts';
import { changedFrom, withClocks } from './known.ts';

/**
 * The facts of one case, from its events in any order and however often each came. Null for a log without a report.
 *
 * @param id the case's dense whole number.
 */
export function factsOf(id: number, events: readonly CaseEvent[], calendar: CompiledCalendar): CaseFacts | null {
  const walk = walkThrough(events);
  if (walk === null) return null;
  const { state } = walk;
  const local = calendarAt(calendar, walk.state.place.districtCode);
  const made = [...passageFacts(walk, local), ...momentFacts(walk), ...wholeFact(walk, local)];
  const facts = walk.whereabouts.withPlaces([...reportFacts(walk), ...selfHandledFacts(walk), ...leaving(made, state)]);
  const { position, channel, categoryKey } = state;
  return { id, place: placeThen(state), position, channel, categoryKey, facts };
}

/** A case that was reported with the code of a place that is no more lay there: what became of it is asked each time. */
function placeThen({ position, place, placeGiven }: CaseState): Located {
  if (position !== null || placeGiven === undefined || placeGiven.how === 'own') return place;
  const code = readPlaceCode(placeGiven.given);
  return code === null ? place : placeOfCode(code);
}

/** A report is good once it is filed; one that proves to be of a known case is good no longer. */
function reportFacts({ state, reporter, whereabouts }: CaseWalk): Fact[] {
  const fact: Fact = {
    ...blankFact('report', state.reportedAt),
    endedAt: state.filedAt,
    done: state.filedAt !== null,
    doer: reporter,
  };
  const { endedAt } = state;
  const facts = whereabouts.withDepartments([fact]);
  if (leavingOf(state) !== 'duplicate' || endedAt === null) return facts;
  return changedFrom(facts, endedAt, (one) => ({ ...one, endedAt, done: false }));
}

/** 自行处置: done once it was audited and closed. Accepted after all, it goes the usual way and is none. */
function selfHandledFacts({ state, steps }: CaseWalk): Fact[] {
  const facts: Fact[] = [];
  let open: Fact | null = null;
  for (const { event } of steps) {
    const { at, actor, data } = event;
    if (data.type === 'self-handled') open ??= { ...blankFact('self-handled', at), doer: doerOf(actor) };
    if (data.type !== 'accepted' || open === null) continue;
    facts.push({ ...open, endedAt: at });
    open = null;
  }
  if (open !== null) facts.push({ ...open, endedAt: state.endedAt, done: state.phase === 'closed' });
  return facts;
}

function leavingOf({ phase, duplicateOf }: CaseState): Leaving | null {
  if (duplicateOf !== undefined) return 'duplicate';
  return phase === 'void' ? 'voided' : null;
}

/** The facts of a case that is void or a duplicate, of which those that it takes along leave at its end. */
function leaving(facts: readonly Fact[], state: CaseState): Fact[] {
  const leaves = leavingOf(state);
  const undoneAt = state.endedAt;
  if (leaves === null || undoneAt === null) return [...facts];
  return facts.flatMap((fact) => {
    if (!LEAVES_WHEN[leaves].has(fact.kind)) return [fact];
    const left = (one: Fact): Fact => ({ ...one, undoneAt, leaves });
    // What had proved wrong before was so until then.
    return fact.undoneAt === null ? [left(fact)] : changedFrom([fact], undoneAt, left);
  });
}

function passageFacts(walk: CaseWalk, calendar: CompiledCalendar): Fact[] {
  const { state, endings } = walk;
  return state.instances.flatMap((passage) => {
    const ending = endings.get(passage.no) ?? null;
    const fact = passageFact(walk, passage, ending);
    if (fact === null) return [];
    const facts = withClocks(fact, passageClocks(walk, passage, calendar));
    if (fact.kind === 'accept') return [...facts, ...sendingFacts(facts, state, passage, ending)];
    if (fact.kind === 'verify' && ending?.event.data.type === 'verified' && ending.event.data.found)
      return [
        ...facts,
        { ...blankFact('confirm', ending.event.at), endedAt: ending.event.at, done: true, doer: fact.doer },
      ];
    // The platform sends the check task itself, the moment the department feeds back.
    if (fact.kind === 'check')
      return [...facts, { ...blankFact('check-task', fact.enteredAt), endedAt: fact.enteredAt, done: true }];
    return facts;
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

/** How a passage's clock stood when; last as it stands now, with its end. */
function passageClocks({ clocks }: CaseWalk, passage: StageInstance, calendar: CompiledCalendar): ClockVersion[] {
  const known = clocks.passages.get(passage.no) ?? [];
  return known.map(({ at, clock }, index) => {
    const held = index === known.length - 1 ? passage : clock;
    return { at, dueAt: dueOf(stageClockFacts(held), calendar), exempt: held.exempted !== undefined };
  });
}

type ClockVersion = { at: number; dueAt: number | null; exempt: boolean };

/** A passage without its clock. */
function passageFact(walk: CaseWalk, passage: StageInstance, ending: Ending | null): Fact | null {
  const kind = KIND_OF[passage.stage];
  if (kind === undefined) return null;
  const done = ending !== null && isDone(passage.stage, ending);
  return {
    ...blankFact(kind, passage.enteredAt),
    endedAt: passage.leftAt,
    done,
    undoneAt: undoneAt(kind, walk, passage),
    department: departmentOf(walk, kind, ending),
    doer: done ? doerOf(ending.event.actor) : null,
  };
}

/** The department that a passage is about: that had the case in it, or that a dispatch sent it to. */
function departmentOf({ state, whereabouts }: CaseWalk, kind: FactKind, ending: Ending | null): string | null {
  if (ending === null) return state.department;
  return (kind === 'dispatch' ? ending.nextDepartment : ending.heldBy) ?? whereabouts.firstDepartment;
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

/**
 * The sending of a verification task, which is what accepting a report may end with. Reports of the public go on site to
 * be verified: one that is still to be accepted is held to be one of those until it goes another way.
 */
function sendingFacts(
  accepting: readonly Fact[],
  { channel }: CaseState,
  { leftAt }: StageInstance,
  ending: Ending | null,
): Fact[] {
  const facts = accepting.map((one): Fact => ({ ...one, kind: 'verify-task' }));
  const isOpen = leftAt === null;
  if (isOpen) return channel === 'public' ? facts : [];
  const split = changedFrom(facts, leftAt, (one) => one);
  return split.filter(({ knownFrom }) =>
    knownFrom !== null && knownFrom >= leftAt ? ending?.next === 'verify' : channel === 'public',
  );
}

/** When done work proved wrong: a void after filing, another department after a dispatch. */
function undoneAt(kind: FactKind, walk: CaseWalk, passage: StageInstance): number | null {
  const { state, endings } = walk;
  if (kind === 'file') return leavingOf(state) === 'voided' ? state.endedAt : null;
  if (kind !== 'dispatch') return null;
  const sent = endings.get(passage.no)?.nextDepartment ?? null;
  return sent === null ? null : redispatchedAt(walk, passage.leftAt ?? 0, sent);
}

/** The whole case, and for a foreign system's case its filing, which it never tells by itself. */
function wholeFact({ state, endings, clocks, whereabouts }: CaseWalk, calendar: CompiledCalendar): Fact[] {
  const { whole } = state;
  const told = state.conduct === 'told';
  // Put right on the spot, it never was a case to close: it is counted apart.
  if (whole === null && !told && (state.phase !== 'closed' || state.selfHandled === true)) return [];
  const startedAt = told ? state.reportedAt : (whole?.startedAt ?? state.filedAt ?? state.reportedAt);
  const endedAt = state.endedAt;
  const closed = state.phase === 'closed';
  const last = endings.get(state.instances.at(-1)?.no ?? 0);
  const fact: Fact = {
    ...blankFact('whole', startedAt),
    endedAt,
    done: closed,
    doer: closed ? doerOf(last?.event.actor) : null,
  };
  const versions = clocks.whole.map(({ at, clock }, index) => {
    const held = index === clocks.whole.length - 1 && whole !== null ? whole : clock;
    return { at, dueAt: dueOf(wholeClockFacts(held), calendar), exempt: false };
  });
  const facts = whereabouts.withDepartments(withClocks(fact, versions));
  const filed =
    told && !state.instances.some(({ stage }) => stage === 'file') && (closed || isPast('file', state.phase));
  return filed
    ? [
        { ...blankFact('file', startedAt), endedAt: startedAt, done: true, department: whereabouts.firstDepartment },
        ...facts,
      ]
    : facts;
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
