import type { Roster } from '#wire/figures.ts';
import { SILENT_S } from '../../layers/teams/team-marks.ts';
import type { TeamStore } from '../../stores/team-store.ts';

/** Up to this age (s) a position is fresh, as on the map. */
const FRESH_S = 60;
const MOVING_METRES_A_SECOND = 0.5;

export type TeamCount = {
  district: string;
  total: number;
  moving: number;
  standing: number;
  late: number;
  silent: number;
};

/** Teams by district: moving, standing, not heard for a while, silent. `now` in epoch s. */
export function teamCounts(roster: Roster | null, teams: TeamStore, now: number): TeamCount[] {
  const counts = new Map<string, TeamCount>();
  roster?.teams.forEach(({ districtCode }, ordinal) => {
    const count = counts.get(districtCode) ?? {
      ...{ district: districtCode, total: 0, moving: 0, standing: 0, late: 0, silent: 0 },
    };
    counts.set(districtCode, count);
    count.total += 1;
    const heard = ordinal < teams.length ? (teams.fixedAt[ordinal] ?? 0) : 0;
    const age = now - heard;
    if (heard === 0 || age > SILENT_S) count.silent += 1;
    else if (age > FRESH_S) count.late += 1;
    else if (teams.speed(ordinal, now) >= MOVING_METRES_A_SECOND) count.moving += 1;
    else count.standing += 1;
  });
  return [...counts.values()].sort(
    (one, other) => other.silent - one.silent || other.total - one.total || one.district.localeCompare(other.district),
  );
}
