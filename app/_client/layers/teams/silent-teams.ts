import type { View } from '../../map/camera.ts';
import type { TeamStore } from '../../stores/team-store.ts';
import { SILENT_S } from './team-marks.ts';

export type SilentTeam = { team: number; lon: number; lat: number; x: number; y: number; ageS: number };

/** Silent teams that a map shows, longest silent last; their ages at `now` (epoch s). At most `most`. */
export function silentTeams(teams: TeamStore, view: View, now: number, most: number): SilentTeam[] {
  const shown: SilentTeam[] = [];
  const [west, south, east, north] = view.bounds;
  for (let team = 0; team < teams.length; team++) {
    const [lon, lat] = [teams.lngLat[team * 2] as number, teams.lngLat[team * 2 + 1] as number];
    const ageS = now - (teams.fixedAt[team] as number);
    // NaN, never heard, is within no bounds.
    if (!(lon > west && lon < east && lat > south && lat < north) || ageS <= SILENT_S) continue;
    const [x, y] = view.project(lon, lat);
    shown.push({ team, lon, lat, x, y, ageS });
  }
  return shown.sort((a, b) => a.ageS - b.ageS || a.team - b.team).slice(0, most);
}
