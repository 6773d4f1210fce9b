import type { Rejection } from '#wire/http/rejection.ts';
import { rejected } from './rejected.ts';

const earliest = Date.UTC(2000, 0, 1);
/** How far a sender's clock may run ahead of the server's. */
export const MOST_AHEAD_MS = 5 * 60_000;
const mostDueAheadMs = 10 * 366 * 86_400_000;

/** Whether something can have happened then; null when it can. `at` and `now` in epoch ms. */
export function checkInstant(at: number, now: number, field: string): Rejection | null {
  if (!(at >= earliest)) return rejected('time-too-old', field, tooOld(at));
  if (at > now + MOST_AHEAD_MS) {
    return rejected('time-in-future', field, `${shown(at)} is more than 5 minutes ahead of the server`);
  }
  return null;
}

/** Whether something can be due then: it may lie ahead, but not by more than ten years. */
export function checkDue(at: number, now: number, field: string): Rejection | null {
  if (!(at >= earliest)) return rejected('time-too-old', field, tooOld(at));
  if (at > now + mostDueAheadMs) return rejected('time-in-future', field, `${shown(at)} is more than ten years ahead`);
  return null;
}

function tooOld(at: number): string {
  const seconds = at * 1000;
  return seconds >= earliest && seconds < 4e12
    ? `${at} looks like seconds: milliseconds are expected`
    : `${shown(at)} is before the year 2000`;
}

function shown(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}
