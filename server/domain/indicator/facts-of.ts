import type { Actor } from '#domain/account/role.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { emptyState } from '#domain/case/blank.ts';
import type { CaseState, StageInstance } from '#domain/case/case.ts';
import { stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { applyEvent, compareEvents } from '#domain/case/fold.ts';
import { isEnd, phaseCode, type Phase } from '#domain/case/stage.ts';
import { computeClock } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { readPlaceCode } from '#domain/place/code-text.ts';
import type { Located } from '#domain/place/position.ts';
import { placeOfCode } from '#domain/place/succession.ts';
import { LEAVES_WHEN, type CaseFacts, type Doer, type Fact, type FactKind, type Leaving } from './fact.ts';
import { Whereabouts } from './whereabouts.ts';
import { changedFrom, ClockHistory, withClocks, type KnownClocks } from './known.ts';

/** How a passage through a stage ended. */
type Ending = { event: CaseEvent; next: Phase; heldBy: string | null; nextDepartment: string | null };

/**
 * A case walked through its events: its last state, each event with the phase it met, what ended each passage with the
 * department that had held it, by the passage's number, and how its clocks stood when.
 */
type Walk = {
  state: CaseState;
  reporter: Doer | null;
  steps: readonly { event: CaseEvent; before: Phase }[];
  endings: ReadonlyMap<number, Ending>;
  clocks: KnownClocks;
  whereabouts: Whereabouts;
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

function walkThrough(events: readonly CaseEvent[]): Walk | null {
  const byId = new Map<string, CaseEvent>();
  for (const event of events) if (!byId.has(event.eventId)) byId.set(event.eventId, event);
  const ordered = [...byId.values()].sort(compareEvents);
  const first = ordered[0];
  if (first?.data.type !== 'reported') return null;
  let state = emptyState(first, first.data);
  const clocks = new ClockHistory();
  clocks.note(null, state, first.at);
  const whereabouts = new Whereabouts();
  whereabouts.note(null, state, first.at);
  const endings = new Map<number, Ending>();
  const steps: Walk['steps'][number][] = [];
  for (const event of ordered.slice(1)) {
    const { phase: before, department: heldBy } = state;
    const open = state.instances.at(-1);
    const was = state;
    state = applyEvent(was, event);
    clocks.note(was, state, event.at);
    whereabouts.note(was, state, event.at);
    steps.push({ event, before });
    if (open === undefined || open.leftAt !== null) continue;
    const last = state.instances.at(-1);
    if (last?.no === open.no && last.leftAt === null) continue;
    endings.set(open.no, { event, next: state.phase, heldBy, nextDepartment: state.department });
  }
  return { state, reporter: doerOf(first.actor), steps, endings, clocks, whereabouts };
}

/** A report is good once it is filed; one that proves to be of a known case is good no longer. */
function reportFacts({ state, reporter, whereabouts }: Walk): Fact[] {
  const fact: Fact = {
    ...blank('report', state.reportedAt),
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
function selfHandledFacts({ state, steps }: Walk): Fact[] {
  const facts: Fact[] = [];
  let open: Fact | null = null;
  for (const { event } of steps) {
    const { at, actor, data } = event;
    if (data.type === 'self-handled') open ??= { ...blank('self-handled', at), doer: doerOf(actor) };
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

function passageFacts(walk: Walk, calendar: CompiledCalendar): Fact[] {
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
        { ...blank('confirm', ending.event.at), endedAt: ending.event.at, done: true, doer: fact.doer },
      ];
    // The platform sends the check task itself, the moment the department feeds back.
    if (fact.kind === 'check')
      return [...facts, { ...blank('check-task', fact.enteredAt), endedAt: fact.enteredAt, done: true }];
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
function passageClocks({ clocks }: Walk, passage: StageInstance, calendar: CompiledCalendar): ClockVersion[] {
  const known = clocks.passages.get(passage.no) ?? [];
  return known.map(({ at, clock }, index) => {
    const held = index === known.length - 1 ? passage : clock;
    return { at, dueAt: dueOf(stageClockFacts(held), calendar), exempt: held.exempted !== undefined };
  });
}

type ClockVersion = { at: number; dueAt: number | null; exempt: boolean };

/** A passage without its clock. */
function passageFact(walk: Walk, passage: StageInstance, ending: Ending | null): Fact | null {
  const kind = KIND_OF[passage.stage];
  if (kind === undefined) return null;
  const done = ending !== null && isDone(passage.stage, ending);
  return {
    ...blank(kind, passage.enteredAt),
    endedAt: passage.leftAt,
    done,
    undoneAt: undoneAt(kind, walk, passage),
    department: departmentOf(walk, kind, ending),
    doer: done ? doerOf(ending.event.actor) : null,
  };
}

/** The department that a passage is about: that had the case in it, or that a dispatch sent it to. */
function departmentOf({ state, whereabouts }: Walk, kind: FactKind, ending: Ending | null): string | null {
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
function undoneAt(kind: FactKind, walk: Walk, passage: StageInstance): number | null {
  const { state, endings } = walk;
  if (kind === 'file') return leavingOf(state) === 'voided' ? state.endedAt : null;
  if (kind !== 'dispatch') return null;
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
function wholeFact({ state, endings, clocks, whereabouts }: Walk, calendar: CompiledCalendar): Fact[] {
  const { whole } = state;
  const told = state.conduct === 'told';
  // Put right on the spot, it never was a case to close: it is counted apart.
  if (whole === null && !told && (state.phase !== 'closed' || state.selfHandled === true)) return [];
  const startedAt = told ? state.reportedAt : (whole?.startedAt ?? state.filedAt ?? state.reportedAt);
  const endedAt = state.endedAt;
  const closed = state.phase === 'closed';
  const last = endings.get(state.instances.at(-1)?.no ?? 0);
  const fact: Fact = {
    ...blank('whole', startedAt),
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
        { ...blank('file', startedAt), endedAt: startedAt, done: true, department: whereabouts.firstDepartment },
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
    leaves: null,
    knownFrom: null,
    knownTo: null,
    department: null,
    doer: null,
  };
}

function doerOf(actor: Actor | undefined): Doer | null {
  return actor === undefined || actor.kind === 'system' ? null : { id: actor.id, name: actor.name };
}
