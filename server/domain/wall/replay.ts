import { dateOfEpochDay, dayMs, epochDayOf, minuteMs } from '../calendar/dates.ts';
import type { Zone } from '../calendar/zone.ts';

/** A span of the past that is played again, epoch ms; `to` is its last instant. */
export type ReplaySpan = { from: number; to: number };

/** A span is played in so many steps (five minutes each of a day of 24 hours), each shown so long: under three a second. */
export const REPLAY_STEPS = 288;
export const REPLAY_STEP_MS = 400;
/** From its start until it begins again: 115 s of play, and the rest still at its end. */
export const REPLAY_ROUND_MS = 120_000;
/** The last 24 hours end on full ten minutes: walls that begin at different instants ask for the same. */
const GRAIN_MS = 10 * minuteMs;
/** They end this long before a round at least: what happened has come in by then, and can be asked for beforehand. */
const SETTLED_MS = minuteMs;

/** What a replay shows at an instant. */
export type ReplayNow = {
  span: ReplaySpan;
  /** 0 to REPLAY_STEPS. */
  step: number;
  /** The instant of the past that is shown, epoch ms. */
  at: number;
  /** The server instant of the next step, epoch ms. */
  nextAt: number;
};

/** Whether a text names a day as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text);
}

function isDate(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && dateOfEpochDay(ms / dayMs) === text;
}

/** A whole day of a zone, from midnight to midnight. Throws RangeError for what is no day. */
export function daySpan(day: string, zone: Zone): ReplaySpan {
  const epochDay = epochDayOf(day);
  return { from: zone.instantOf(epochDay * dayMs), to: zone.instantOf((epochDay + 1) * dayMs) };
}

/** The 24 hours before an instant's last full ten minutes. */
export function lastDaySpan(instant: number): ReplaySpan {
  const to = Math.floor(instant / GRAIN_MS) * GRAIN_MS;
  return { from: to - dayMs, to };
}

/**
 * What a replay that began at `startsAt` shows at `now`, both on the server's clock: the same on every screen. Without a
 * day it plays the last 24 hours, as they are when each round begins.
 */
export function replayAt(day: string | undefined, startsAt: number, now: number, zone: Zone): ReplayNow {
  const round = Math.max(0, Math.floor((now - startsAt) / REPLAY_ROUND_MS));
  const began = startsAt + round * REPLAY_ROUND_MS;
  const step = Math.min(REPLAY_STEPS, Math.max(0, Math.floor((now - began) / REPLAY_STEP_MS)));
  const span = day === undefined ? lastDaySpan(began - SETTLED_MS) : daySpan(day, zone);
  const nextAt = step === REPLAY_STEPS ? began + REPLAY_ROUND_MS : began + (step + 1) * REPLAY_STEP_MS;
  return { span, step, at: instantOfStep(span, step), nextAt };
}

/** The instant of a step, epoch ms. */
export function instantOfStep({ from, to }: ReplaySpan, step: number): number {
  return Math.round(from + ((to - from) * step) / REPLAY_STEPS);
}
