import { checkPlaces } from '#domain/place/incoming/check-places.ts';
import { INCOMING_LEVELS, type IncomingFeature } from '#domain/place/incoming/feature.ts';
import { outlineOf } from '#domain/place/outline.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import { listProblems } from './list-problems.ts';

/**
 * What is wrong with the outlines in force right below a place: gaps and overlaps between them, and what lies outside the
 * place itself. Null for a code that no place has.
 */
export function checkInForce(places: PlaceIndex, parent: string): readonly ListProblem[] | null {
  const above = places.get(parent);
  if (above === undefined) return null;
  const ordinals = places.childrenOf(places.ordinalOf(parent));
  const features = ordinals.map((ordinal, at): IncomingFeature => {
    const { code, nameZh } = places.places[ordinal] as (typeof places.places)[number];
    return { line: at + 1, properties: { code, name: nameZh }, geometry: outlineOf(places.partsAt(ordinal)) };
  });
  const first = places.places[ordinals[0] ?? -1];
  const level = INCOMING_LEVELS.find((one) => one === first?.level);
  if (level === undefined) return [];
  const shape = places.partsAt(places.ordinalOf(parent));
  const known = above.level === 'city' || shape.length === 0 ? [] : [{ code: parent, parts: shape }];
  const check = checkPlaces(features, {
    ...{ level, datum: 'wgs84', ancestor: parent, codeField: 'code', nameField: 'name', toleranceM2: null, known },
  });
  return listProblems(check);
}
