import type { OnTheRound } from '../task/task.ts';
import type { Fix } from '../team/team.ts';

/** Which part of a responsibility grid collectors on duty were in; `lastVisitAt` epoch ms, null: never. */
export type Patrolled = { unitGrids: number; visited: number; share: number | null; lastVisitAt: number | null };

/**
 * Counts the unit grids of one responsibility grid that were visited since an instant.
 * @param visitedAt when a unit grid was last visited, epoch ms; null: never.
 */
export function patrolled(
  unitGrids: readonly string[],
  visitedAt: (unitGrid: string) => number | null,
  since: number,
): Patrolled {
  let visited = 0;
  let lastVisitAt: number | null = null;
  for (const code of unitGrids) {
    const at = visitedAt(code);
    if (at === null) continue;
    if (at >= since) visited += 1;
    if (lastVisitAt === null || at > lastVisitAt) lastVisitAt = at;
  }
  const share = unitGrids.length === 0 ? null : visited / unitGrids.length;
  return { unitGrids: unitGrids.length, visited, share, lastVisitAt };
}

/**
 * How the collector of a responsibility grid stands: nobody is named; named, but no position has come; off duty; on duty
 * elsewhere; on duty inside it.
 */
export const DUTY_STATES = ['unnamed', 'no-position', 'off-duty', 'elsewhere', 'in-place'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/**
 * @param collector `unnamed`: the city names none; `unknown`: nobody of that code is on the roster.
 * @param isInside whether a fix lies in the responsibility grid.
 */
export function dutyState(
  collector: OnTheRound | 'unnamed' | 'unknown',
  isOut: (fix: Fix) => boolean,
  isInside: (fix: Fix) => boolean,
): DutyState {
  if (collector === 'unnamed') return 'unnamed';
  if (collector === 'unknown' || collector.fix === null) return 'no-position';
  if (!isOut(collector.fix)) return 'off-duty';
  return isInside(collector.fix) ? 'in-place' : 'elsewhere';
}
