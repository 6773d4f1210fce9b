import type { PlaceIndex } from './place-index.ts';
import type { Place } from './place.ts';

/** People per km² from which a district belongs to the busy middle of its city. */
const DENSE = 5_000;

/** The densely peopled districts of a city, by code; none where residents are not known. */
export function busyDistricts(places: PlaceIndex): readonly Place[] {
  return places.places.filter(
    ({ level, population, areaM2 }) =>
      level === 'district' && population !== null && areaM2 > 0 && population / (areaM2 / 1e6) >= DENSE,
  );
}
