import type { DayName } from '../calendar/calendar.ts';
import type { LimitSeason } from '../calendar/season.ts';
import type { Limit } from './limit.ts';

/** What happened to a clock in one stretch, or at one instant, of its course. */
export const stepKinds = [
  'start',
  'local-hours',
  'season-awaited',
  'counted',
  'makeup-workday',
  'not-counted-night',
  'not-counted-lunch',
  'not-counted-weekend',
  'not-counted-holiday',
  'not-counted-season',
  'pause',
  'resume',
  'extension',
  'provisional',
  'restated',
  'due',
  'due-given',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One line of a clock's explanation; instants in UTC epoch milliseconds. */
export interface Step {
  readonly kind: StepKind;
  readonly from: number;
  /** Equal to `from` for what happens at an instant; null for a pause that lasts. */
  readonly to: number | null;
  /** What the clock counted in this step; the steps' sum is all that was granted. */
  readonly countedMs: number;
  /** What was left after this step. */
  readonly balanceMs: number;
  /** Of the holiday, or of the one a make-up workday pays for. */
  readonly dayName?: DayName;
  /** First and last of the whole days that are not counted, `YYYY-MM-DD`. */
  readonly firstDate?: string;
  readonly lastDate?: string;
  /** What was granted at the start or by an extension. */
  readonly limit?: Limit;
  /** What the clock waits for out of season, and the `YYYY-MM-DD` date on which it begins; at the start, where it waits. */
  readonly season?: { readonly name: LimitSeason; readonly opensOn: string };
  /** Whose own calendar counts, with its hours on the day the clock started (`HH:MM` pairs). */
  readonly local?: { readonly name: DayName; readonly hours: readonly (readonly [from: string, to: string])[] };
  /** Versions of the working calendar before and after a change. */
  readonly calendars?: { readonly from: string; readonly to: string };
}

/** A stretch before it knows what is left after it. */
export type Stretch = Omit<Step, 'balanceMs' | 'to'> & { readonly to: number };

/** Whether a step counts: plain or make-up working time, or running time. */
export function isCounted(kind: StepKind): boolean {
  return kind === 'counted' || kind === 'makeup-workday';
}

/** Whether a step is whole days off. */
export function isDaysOff(kind: StepKind): boolean {
  return kind === 'not-counted-weekend' || kind === 'not-counted-holiday';
}

/**
 * Joins a stretch to the one before where both are one thing to a reader: time of one kind, or days off with the
 * nights around them. Null when they stay apart.
 */
export function joined(before: Stretch, after: Stretch): Stretch | null {
  if (before.to !== after.from) return null;
  if (before.kind === after.kind && before.dayName?.zh === after.dayName?.zh) {
    const whole = { ...before, to: after.to, countedMs: before.countedMs + after.countedMs };
    return after.lastDate === undefined ? whole : { ...whole, lastDate: after.lastDate };
  }
  if (isDaysOff(before.kind) && after.kind === 'not-counted-night') return { ...before, to: after.to };
  if (before.kind === 'not-counted-night' && isDaysOff(after.kind)) return { ...after, from: before.from };
  return null;
}

/**
 * The short form of an explanation: nights and lunch breaks are left out and what they part is one stretch. Weekends,
 * holidays, make-up workdays and everything that was done to the clock stay. Counted time and balances still add up.
 */
export function foldSteps(steps: readonly Step[]): readonly Step[] {
  const folded: Step[] = [];
  for (const step of steps) {
    if (step.kind === 'not-counted-night' || step.kind === 'not-counted-lunch') continue;
    const last = folded.at(-1);
    if (last && isCounted(step.kind) && last.kind === step.kind && last.dayName?.zh === step.dayName?.zh) {
      folded[folded.length - 1] = { ...step, from: last.from, countedMs: last.countedMs + step.countedMs };
    } else folded.push(step);
  }
  return folded;
}
