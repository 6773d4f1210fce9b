import type { CompiledCalendar } from '../calendar/compile.ts';
import { dateAt } from '../calendar/days.ts';
import { nextInSeason } from '../calendar/in-season.ts';
import { provisionalSince } from '../calendar/published.ts';
import { computeClock } from './clock.ts';
import { grantedMs, instantAtConsumed, limitAt } from './count.ts';
import { explainDays } from './explain-days.ts';
import type { ClockFacts, Pause } from './facts.ts';
import { hoursStep } from './explain-hours.ts';
import { basisOf, limitMs, type ClockBasis, type Limit } from './limit.ts';
import { offSeasonOf } from './season-hold.ts';
import { isCounted, joined, type Step, type Stretch } from './step.ts';

/**
 * Explains a clock's due instant from its start on: every stretch that is counted or not and everything done to it.
 * Counted time adds up to what was granted and the last balance is 0, unless a pause that lasts ends the list.
 * An extension granted after the deadline it moved shows a negative balance before it.
 * Throws RangeError as `computeClock` does.
 */
export function explainClock(facts: ClockFacts, calendar: CompiledCalendar): readonly Step[] {
  const { dueAt, totalMs } = computeClock(facts, calendar);
  const { startedAt } = facts;
  const start = { kind: 'start', from: startedAt, to: startedAt, countedMs: 0 } as const;
  if (facts.dueGiven != null) {
    return [
      { ...start, balanceMs: totalMs },
      { kind: 'due-given', from: startedAt, to: facts.dueGiven, countedMs: totalMs, balanceMs: 0 },
    ];
  }
  const limit = limitAt(facts, 0);
  let balanceMs = limitMs(limit, calendar);
  const end = dueAt ?? Math.max(startedAt, facts.pauses.find(({ to }) => to === null)?.from ?? startedAt);
  const turns = limitTurns(facts, calendar);
  const waits = seasonAt(turns, startedAt, calendar);
  const steps: Step[] = [{ ...start, balanceMs, limit, ...(waits && { season: waits }) }];
  if (turns.some(({ basis }) => basis === 'working')) steps.push(...hoursStep(calendar, startedAt, balanceMs));
  const marks = extensionMarks(facts, calendar, end);
  const provisionalAt = turns.some(({ basis }) => basis === 'working')
    ? provisionalSince(calendar, startedAt)
    : Infinity;
  const add = (stretch: Stretch): void => {
    balanceMs -= stretch.countedMs;
    const last = steps.at(-1);
    const whole = last && last.to !== null && last.from < last.to ? joined({ ...last, to: last.to }, stretch) : null;
    if (whole) steps[steps.length - 1] = { ...whole, balanceMs };
    else steps.push({ ...stretch, balanceMs });
  };
  let paused = false;
  const cuts = cutsOf(facts, turns, marks, provisionalAt, end);
  for (const [index, from] of cuts.entries()) {
    const instant = { from, to: from, countedMs: 0 };
    const pausedNow: boolean = from < end ? isInPause(facts.pauses, from) : paused && dueAt === null;
    if (paused && !pausedNow) steps.push({ ...instant, kind: 'resume', balanceMs });
    paused = pausedNow;
    for (const mark of marks.filter(({ at }) => at === from)) {
      balanceMs += mark.ms;
      steps.push({ ...instant, kind: 'extension', balanceMs, limit: mark.limit });
    }
    if (from === provisionalAt && from < end) steps.push({ ...instant, kind: 'provisional', balanceMs });
    const to = cuts[index + 1];
    if (to === undefined) break;
    const season = seasonAt(turns, from, calendar);
    if (paused) add({ kind: 'pause', from, to, countedMs: 0 });
    else if (season) add({ kind: waitKind(steps), from, to, countedMs: 0, season });
    else if (basisAt(turns, from) === 'continuous') add({ kind: 'counted', from, to, countedMs: to - from });
    else explainDays(calendar, from, to).forEach(add);
  }
  if (dueAt !== null) steps.push({ kind: 'due', from: dueAt, to: dueAt, countedMs: 0, balanceMs });
  else endWithPause(steps, end, balanceMs);
  return steps;
}

/** Until when a limit is the one used up, what it counts, and when its season holds it. */
interface LimitTurn {
  readonly until: number;
  readonly basis: ClockBasis;
  readonly season: Limit['season'];
  readonly offSeason: readonly Pause[];
}

interface ExtensionMark {
  readonly at: number;
  readonly ms: number;
  readonly limit: Limit;
}

/** Until when each of the limit and the extensions is what the clock counts down. */
function limitTurns(facts: ClockFacts, calendar: CompiledCalendar): readonly LimitTurn[] {
  return Array.from({ length: facts.extensions.length + 1 }, (_, index) => {
    const upToHere = { ...facts, extensions: facts.extensions.slice(0, index) };
    const until = instantAtConsumed(upToHere, calendar, grantedMs(upToHere, calendar)) ?? Infinity;
    const limit = limitAt(facts, index);
    const offSeason = offSeasonOf(facts, calendar, limit, index);
    return { until, basis: basisOf(limit.unit), season: limit.season, offSeason };
  });
}

function turnAt(turns: readonly LimitTurn[], at: number): LimitTurn | undefined {
  return turns.find(({ until }) => at < until) ?? turns.at(-1);
}

function basisAt(turns: readonly LimitTurn[], at: number): ClockBasis {
  return turnAt(turns, at)?.basis ?? 'continuous';
}

/** The season that a clock waits for at an instant, with the date it begins on; undefined where it waits for none. */
function seasonAt(turns: readonly LimitTurn[], at: number, calendar: CompiledCalendar): Step['season'] {
  const turn = turnAt(turns, at);
  if (turn?.season === undefined || !isInPause(turn.offSeason, at)) return undefined;
  const opens = nextInSeason(calendar, turn.season, at);
  return opens === at ? undefined : { name: turn.season, opensOn: dateAt(calendar, opens) };
}

function waitKind(steps: readonly Step[]): 'season-awaited' | 'not-counted-season' {
  return steps.some(({ kind }) => isCounted(kind)) ? 'not-counted-season' : 'season-awaited';
}

function extensionMarks(facts: ClockFacts, calendar: CompiledCalendar, end: number): readonly ExtensionMark[] {
  return facts.extensions.map(({ at, limit }) => ({
    at: Math.min(Math.max(at, facts.startedAt), end),
    ms: limitMs(limit, calendar),
    limit,
  }));
}

/** All instants at which something about the clock may change, from its start to its end. */
function cutsOf(
  { startedAt, pauses }: ClockFacts,
  turns: readonly LimitTurn[],
  marks: readonly ExtensionMark[],
  provisionalAt: number,
  end: number,
): readonly number[] {
  const cuts = new Set([startedAt, end, provisionalAt]);
  for (const { from, to } of pauses) cuts.add(from).add(to ?? end);
  for (const { until, offSeason } of turns) {
    cuts.add(until);
    for (const { from, to } of offSeason) cuts.add(from).add(to ?? end);
  }
  for (const { at } of marks) cuts.add(at);
  return [...cuts].filter((at) => at >= startedAt && at <= end).sort((a, b) => a - b);
}

function isInPause(pauses: readonly Pause[], at: number): boolean {
  return pauses.some(({ from, to }) => at >= from && (to === null || at < to));
}

function endWithPause(steps: Step[], from: number, balanceMs: number): void {
  const last = steps.at(-1);
  if (last?.kind === 'pause' && last.to === from) steps[steps.length - 1] = { ...last, to: null };
  else steps.push({ kind: 'pause', from, to: null, countedMs: 0, balanceMs });
}
