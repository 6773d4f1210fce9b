import { readPlaceCode } from '#domain/place/code-text.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { placeOfCode, type GivenPlace, type SuccessionBook } from '#domain/place/succession.ts';
import type { Located } from '#domain/place/position.ts';

/** The places of a code that a source gave. `place` null: the code is not known. */
export type CodedPlace = { readonly place: Located | null; readonly told: GivenPlace };

/**
 * Where a case lies by the code that its source gave: in that place, or in what became of it by an instant (epoch ms).
 *
 * @param point the places of the case's point, which decides between the parts of a split place; null: it has none.
 */
export function readGivenPlace(
  { places, successions }: { places: Pick<PlaceIndex, 'get'>; successions: SuccessionBook },
  given: string,
  at: number,
  point: Located | null,
): CodedPlace {
  const code = readPlaceCode(given);
  if (code === null) return { place: null, told: { given, counted: null, how: 'unknown' } };
  if (places.get(code) !== undefined) return { place: placeOfCode(code), told: { given, counted: code, how: 'own' } };
  const { code: counted, how } = successions.follow(code, at, point);
  const isKnown = how !== 'own' && (counted === null || places.get(counted) !== undefined);
  if (!isKnown) return { place: null, told: { given, counted: null, how: 'unknown' } };
  return { place: placeOfCode(counted), told: { given, counted, how } };
}
