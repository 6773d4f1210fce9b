import type { Fix, Team } from '#domain/team/team.ts';
import type { FixesTaken } from '../api-port.ts';
import type { TeamStore } from '../ports.ts';

export type PositionParts = {
  teams: TeamStore;
  /** The team of a code, undefined when the roster has none. */
  team(code: string): Team | undefined;
  /** Receives fixes after they are stored. */
  onStored(fixes: readonly Fix[], receivedAt: number): void;
};

/**
 * Stores position reports: the newest fix of each team counts, older ones than that are dropped by the store. Resolves
 * after commit.
 */
export async function ingestPositions(
  parts: PositionParts,
  fixes: readonly Fix[],
  receivedAt: number,
): Promise<FixesTaken> {
  const rejected: FixesTaken['rejected'] = [];
  const good: Fix[] = [];
  fixes.forEach((fix, index) => {
    if (parts.team(fix.team)) good.push(fix);
    else rejected.push({ index, code: 'unknown-team', field: 'team', message: `the roster has no team ${fix.team}` });
  });
  if (good.length > 0) {
    await parts.teams.saveFixes(good, receivedAt);
    parts.onStored(good, receivedAt);
  }
  return { accepted: good.length, rejected };
}
