import type { TeamStore } from '#application/ports.ts';
import type { Fix, Team } from '#domain/team/team.ts';

/** Teams and their latest positions in memory: the twin of the one in Postgres, for tests and trials. */
export function createMemoryTeamStore(): TeamStore {
  const teams = new Map<string, Team>();
  const fixes = new Map<string, Fix & { receivedAt: number }>();
  return {
    roster: async () => sorted(teams),
    saveRoster: async (_source, added) => added.forEach((team) => teams.set(team.code, team)),
    saveFixes: async (added, receivedAt) => {
      for (const fix of added) {
        const kept = fixes.get(fix.team);
        if (kept === undefined || fix.at > kept.at) fixes.set(fix.team, { ...fix, receivedAt });
      }
    },
    latestFixes: async () => sorted(fixes),
  };
}

function sorted<Value>(values: ReadonlyMap<string, Value>): Value[] {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
