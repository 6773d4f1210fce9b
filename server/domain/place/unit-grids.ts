import type { PlaceIndex } from './place-index.ts';

/** Codes of the unit grids of a place, its own where it is one; none for an unknown ordinal. */
export function unitGridsBelow(places: PlaceIndex, ordinal: number): string[] {
  const place = places.places[ordinal];
  if (place?.level === 'grid') return [place.code];
  return places.childrenOf(ordinal).flatMap((child) => unitGridsBelow(places, child));
}
