import { distanceMetres } from '#domain/place/distance.ts';
import type { Position } from '#domain/place/position.ts';
import type { Fix, Team } from '#domain/team/team.ts';

/** 核实 verify: is the report true? 核查 check: is the repair done? */
export const TASK_KINDS = ['verify', 'check'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** How a task stands: nobody's yet, given to a collector, taken up by somebody, ended with its stage. */
export const TASK_STATUSES = ['unassigned', 'assigned', 'taken', 'ended'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/**
 * How a task came to its collector: whose responsibility grid the case lies in; the nearest on duty; taken up by somebody
 * else.
 */
export const ASSIGNED_HOW = ['responsible', 'nearest', 'taken'] as const;
export type AssignedHow = (typeof ASSIGNED_HOW)[number];

/** A collector with the latest position, as tasks are given out by. */
export type OnTheRound = { team: Team; fix: Fix | null };

/** Whether somebody is on duty: working time, and a position no older than `withinMs`. */
export function isOnDuty(fix: Pick<Fix, 'at'> | null, at: number, withinMs: number, isWorkingTime: boolean): boolean {
  return isWorkingTime && fix !== null && at - fix.at <= withinMs;
}

/**
 * The collector to give a task to: the nearest to the case of those on duty in its district, of equally near ones who
 * comes first by code. Null where nobody is on duty there or the case has no position.
 */
export function nearestCollector(
  collectors: readonly OnTheRound[],
  place: { position: Position | null; districtCode: string | null },
  isOut: (fix: Fix) => boolean,
): string | null {
  const { position, districtCode } = place;
  if (position === null) return null;
  let best: { code: string; metres: number } | null = null;
  for (const { team, fix } of collectors) {
    if (team.kind !== 'collector' || team.districtCode !== districtCode || fix === null || !isOut(fix)) continue;
    const metres = distanceMetres(position, fix);
    const isBetter = best === null || metres < best.metres || (metres === best.metres && team.code < best.code);
    if (isBetter) best = { code: team.code, metres };
  }
  return best?.code ?? null;
}

/**
 * Who gets a task: the collector of the responsibility grid that the case lies in while on duty, wherever in it; else the
 * nearest on duty in the district. Null where nobody is.
 *
 * @param responsible code of the responsibility grid's collector; null where none is known.
 */
export function collectorFor(
  collectors: readonly OnTheRound[],
  place: { position: Position | null; districtCode: string | null },
  responsible: string | null,
  isOut: (fix: Fix) => boolean,
): { code: string; how: Exclude<AssignedHow, 'taken'> } | null {
  const own = collectors.find(({ team }) => team.code === responsible && team.kind === 'collector');
  if (own?.fix && isOut(own.fix)) return { code: own.team.code, how: 'responsible' };
  const nearest = nearestCollector(collectors, place, isOut);
  return nearest === null ? null : { code: nearest, how: 'nearest' };
}

/** Share of a place's unit grids that were visited since an instant (epoch ms); null where it has no grid. */
export function coverageOf(
  grids: readonly string[],
  visitedAt: (grid: string) => number | null,
  since: number,
): { grids: number; visited: number; share: number | null } {
  const visited = grids.filter((grid) => (visitedAt(grid) ?? -Infinity) >= since).length;
  return { grids: grids.length, visited, share: grids.length === 0 ? null : visited / grids.length };
}
