import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Team } from '#domain/team/team.ts';
import { teamRows } from '#seed/teams/teams.ts';
import { SimCity } from './sim-city.ts';

/** The simulated collectors and crews of a city, shared out over its districts by their work. */
export function simulatedRoster(places: PlaceIndex): Team[] {
  const { districtShares } = new SimCity(places);
  const districts = [...districtShares].map(([code, share]) => {
    const place = places.get(code);
    return { code, name: { zh: place?.nameZh ?? code, en: place?.nameEn ?? code }, share };
  });
  return teamRows(districts.sort((a, b) => (a.code < b.code ? -1 : 1)));
}
