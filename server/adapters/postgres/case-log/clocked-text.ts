import type { ClockedCase } from '#application/ports.ts';
import type { CaseState, CaseSummary, RunningClock, StageInstance, WholeClock } from '#domain/case/case.ts';
import { stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import type { ClockFacts, Extension, Pause } from '#domain/clock/facts.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';

/** A running clock and what it depends on, as cells without names: a hundred thousand of them are read at once. */
type ClockCells = [
  instance: number,
  round: number,
  working: 0 | 1,
  warnAt: number | null,
  dueAt: number | null,
  provisional: 0 | 1,
  /** Null: it depends on nothing that is known, as where another system told it. */
  startedAt: number | null,
  limitValue: number | null,
  limitUnit: LimitUnit | null,
  dueGiven: number | null,
  extensions: [at: number, value: number, unit: LimitUnit][] | 0,
  pauses: [from: number, to: number | null][] | 0,
];

/** What a row keeps, beside its state, of the clocks that run and of what they depend on: one text, read in one go. */
type Clocked = [id: number, version: number, district: string | null, stage: ClockCells | 0, whole: ClockCells | 0];

/** The same as it was before it had cells; rows that nothing has changed since still have it. */
type NamedClocked = [
  id: number,
  version: number,
  phase: string,
  district: string | null,
  stageClock: RunningClock | null,
  wholeClock: RunningClock | null,
  stage: StageInstance | null,
  whole: WholeClock | null,
];

/** The text of a case's `clocked` column; null where no clock runs. */
export function clockedText({ summary, state }: { summary: CaseSummary; state: CaseState }): string | null {
  const { id, version, stageClock, wholeClock } = summary;
  if (stageClock === null && wholeClock === null) return null;
  const { instances, whole, place } = state;
  const stage = instances.at(-1);
  const clocked: Clocked = [
    id,
    version,
    place.districtCode,
    stageClock === null ? 0 : cellsOf(stageClock, stage ? stageClockFacts(stage) : null),
    wholeClock === null ? 0 : cellsOf(wholeClock, whole ? wholeClockFacts(whole) : null),
  ];
  return JSON.stringify(clocked);
}

/** Reads texts of `clocked` columns, in their order. */
export function readClockedTexts(texts: readonly string[]): ClockedCase[] {
  return (JSON.parse(`[${texts.join(',')}]`) as (Clocked | NamedClocked)[]).map((one) =>
    one.length === 5 ? fromCells(one) : fromNamed(one),
  );
}

// Plainly member by member: a spread costs more than all the rest where a hundred thousand are read.
function fromCells(cells: Clocked): ClockedCase {
  const stage = cells[3];
  const whole = cells[4];
  return {
    id: cells[0],
    version: cells[1],
    districtCode: cells[2],
    stageClock: stage === 0 ? null : clockOf(stage),
    wholeClock: whole === 0 ? null : clockOf(whole),
    stageFacts: stage === 0 ? null : factsOf(stage),
    wholeFacts: whole === 0 ? null : factsOf(whole),
  };
}

function fromNamed([id, version, , districtCode, stageClock, wholeClock, stage, whole]: NamedClocked): ClockedCase {
  return {
    ...{ id, version, districtCode, stageClock, wholeClock },
    stageFacts: stage && stageClockFacts(stage),
    wholeFacts: whole && wholeClockFacts(whole),
  };
}

function cellsOf({ instance, round, basis, ...clock }: RunningClock, facts: ClockFacts | null): ClockCells {
  const extensions = (facts?.extensions ?? []).map(({ at, limit }): [number, number, LimitUnit] => [
    at,
    limit.value,
    limit.unit,
  ]);
  const pauses = (facts?.pauses ?? []).map(({ from, to }): [number, number | null] => [from, to]);
  return [
    ...([instance, round, basis === 'working' ? 1 : 0] as const),
    ...([clock.warnAt, clock.dueAt, clock.provisional ? 1 : 0] as const),
    facts?.startedAt ?? null,
    ...([facts?.limit?.value ?? null, facts?.limit?.unit ?? null, facts?.dueGiven ?? null] as const),
    ...([extensions.length === 0 ? 0 : extensions, pauses.length === 0 ? 0 : pauses] as const),
  ];
}

function clockOf(cells: ClockCells): RunningClock {
  return {
    instance: cells[0],
    round: cells[1],
    basis: cells[2] === 1 ? 'working' : 'continuous',
    warnAt: cells[3],
    dueAt: cells[4],
    provisional: cells[5] === 1,
  };
}

const NO_PAUSES: readonly Pause[] = [];
const NO_EXTENSIONS: readonly Extension[] = [];

/** Of a clock that runs: nothing has stopped it. */
function factsOf(cells: ClockCells): ClockFacts | null {
  const startedAt = cells[6];
  if (startedAt === null) return null;
  const value = cells[7];
  const unit = cells[8];
  const extensions = cells[10];
  const pauses = cells[11];
  return {
    startedAt,
    limit: value === null || unit === null ? null : { value, unit },
    pauses: pauses === 0 ? NO_PAUSES : pauses.map(([from, to]) => ({ from, to })),
    extensions: extensions === 0 ? NO_EXTENSIONS : extensions.map(extensionOf),
    dueGiven: cells[9],
    stoppedAt: null,
  };
}

function extensionOf([at, value, unit]: [number, number, LimitUnit]): Extension {
  return { at, limit: { value, unit } };
}
