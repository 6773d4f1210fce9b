import type { Position } from '#domain/place/position.ts';
import type { Team } from '#domain/team/team.ts';
import { randomOf } from './random.ts';
import type { SimCity } from './sim-city.ts';

/** Where a team's rounds begin: the same after every start. Null where its district has no ground. */
export function homeOf(seed: number, city: SimCity, { code, districtCode }: Team): Position | null {
  const random = randomOf(seed, code, 'home');
  const areas = city.areas.get(districtCode) ?? [];
  const area = areas[random.index(areas.length)];
  return area === undefined ? null : city.pointIn(area, random);
}
