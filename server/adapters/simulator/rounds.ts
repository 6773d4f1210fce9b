import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Position } from '#domain/place/position.ts';
import type { Team } from '#domain/team/team.ts';
import { homeOf } from './home.ts';
import { SimCity } from './sim-city.ts';

/** Where the simulated collectors' rounds begin. */
export function roundsOf(
  seed: number,
  places: PlaceIndex,
  teams: readonly Team[],
): { code: string; districtCode: string; home: Position }[] {
  const city = new SimCity(places);
  return teams.flatMap((team) => {
    const home = team.kind === 'collector' && team.simulated ? homeOf(seed, city, team) : null;
    return home === null ? [] : [{ code: team.code, districtCode: team.districtCode, home }];
  });
}
