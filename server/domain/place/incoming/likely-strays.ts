import type { Overlap } from '../topology/overlaps.ts';
import { pieceAreaM2, type Shape } from '../topology/shape.ts';
import type { PlaceProblem } from './feature.ts';
import type { ReadPlace } from './read-places.ts';

/** How much of a place's border other parents' places must have, where its siblings have none of it. */
const MOST = 0.5;

/**
 * Places that likely have a wrong parent, where no outlines of parents are known: none of the places of the same parent
 * touches them, and those of one other parent lie all around. An exclave (飞地) looks the same, so it is for a person to say.
 */
export function likelyStrays(
  places: readonly ReadPlace[],
  shapes: readonly Shape[],
  overlaps: readonly Overlap[],
  borders: ReadonlyMap<number, ReadonlyMap<number, number>>,
): PlaceProblem[] {
  const parentOf = (at: number): string | null => places[at]?.parent ?? null;
  const siblings = new Map<string | null, number>();
  for (const { parent } of places) siblings.set(parent, (siblings.get(parent) ?? 0) + 1);
  if (siblings.size < 2) return [];
  const shared = sharedGround(overlaps);
  return shapes.flatMap(({ at }) => {
    const place = places[at] as ReadPlace;
    const said = parentOf(at);
    if (said === null || (siblings.get(said) ?? 0) < 2) return [];
    const byBorder = byParent(borders.get(at), parentOf);
    const byGround = byParent(shared.get(at), parentOf);
    if (byBorder.has(said) || byGround.has(said)) return [];
    const length = [...byBorder.values()].reduce((sum, own) => sum + own, 0);
    const [border] = [...byBorder].sort((a, b) => b[1] - a[1]);
    const [ground] = [...byGround].sort((a, b) => b[1] - a[1]);
    const actual =
      ground !== undefined && ground[1] > place.areaM2 * MOST
        ? ground[0]
        : border !== undefined && border[1] > length * MOST
          ? border[0]
          : null;
    if (actual === null) return [];
    const reason = `no other place of ${said} touches ${place.label}; it lies among places of ${actual}`;
    const hint = 'Mend its code or its outline; an exclave is right as it is.';
    return [
      {
        kind: 'wrong-parent',
        codes: [place.label, said, actual],
        areaM2: place.areaM2,
        at: place.centroid,
        line: place.line,
        field: null,
        reason,
        hint,
        refuses: false,
        outline: null,
      },
    ];
  });
}

function sharedGround(overlaps: readonly Overlap[]): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const { first, second, pieces } of overlaps) {
    const area = pieces.reduce((sum, piece) => sum + pieceAreaM2(piece), 0);
    for (const [from, to] of [
      [first.at, second.at],
      [second.at, first.at],
    ] as const) {
      const known = found.get(from) ?? new Map<number, number>();
      known.set(to, area);
      found.set(from, known);
    }
  }
  return found;
}

function byParent(
  amounts: ReadonlyMap<number, number> | undefined,
  parentOf: (at: number) => string | null,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [at, amount] of amounts ?? []) {
    const parent = parentOf(at);
    if (parent !== null) sums.set(parent, (sums.get(parent) ?? 0) + amount);
  }
  return sums;
}
