import { areaKey, type AreaPoints } from './area-points.ts';
import { builtUp } from './built-up.ts';
import { labelCells, NO_AREA, uncross, type CellCounts } from './cell-labels.ts';
import { cellAt, latticeOver, type Lattice } from './lattice.ts';
import { outlinesOf } from './outlines.ts';
import { makeWhole } from './whole-areas.ts';

/** An area as its cases draw it. */
export type BuiltArea = {
  /** As the cases name it; null: the rest, which are too many or too small to have a place of their own. */
  readonly name: string | null;
  /** Cases that name it, or a name that lies within it. */
  readonly cases: number;
  /** Rings in microdegrees, counter-clockwise. */
  readonly rings: readonly (readonly number[])[];
};

export type BuiltAreas = {
  /** Those with most cases first. */
  readonly areas: readonly BuiltArea[];
  /** The place in `areas` of each name, by `areaKey`; a name whose cases are scattered over the city has none. */
  readonly byKey: ReadonlyMap<string, number>;
};

/** An area has a place of its own where more than this share of its points lie in it. */
const OWN_SHARE = 0.5;

/**
 * Draws the areas that cases name around the cases' own points: a lattice over them, each cell to the area that most of
 * its nearest points name. Every area's outline holds most of its own points: a name most of whose points lie within
 * another area is taken for another word for that one, and one that is scattered over several is no area. Where no case
 * names any, the whole is one area. The same for the same cases, in any order of names with different counts.
 *
 * @param most so many areas at most, the smallest joined in one without a name.
 * @param notAreas names that mean the whole city.
 * @returns null where no case has a point.
 */
export function buildAreas(
  points: AreaPoints,
  { most, notAreas }: { most: number; notAreas: readonly string[] },
): BuiltAreas | null {
  const lattice = latticeOver(points.lons, points.lats);
  if (lattice === null) return null;
  const whole = new Set(notAreas.map(areaKey));
  const located = new Set(points.areas);
  const named = points.names
    .map((name, index) => ({ name, index, cases: points.cases[index] ?? 0 }))
    .filter(({ name, index }) => located.has(index) && !whole.has(areaKey(name)))
    .sort((a, b) => b.cases - a.cases || (areaKey(a.name) < areaKey(b.name) ? -1 : 1));
  const kept = named.length > most ? most - 1 : named.length;
  // The areas in order, then the rest as one, or the whole where there is no name.
  const areas = Math.min(named.length, kept + 1) || 1;
  const first = new Int32Array(points.names.length).fill(named.length === 0 ? 0 : NO_AREA);
  named.forEach(({ index }, rank) => (first[index] = Math.min(rank, kept)));

  const cells = points.lons.map((lon, at) => cellAt(lattice, lon, points.lats[at] as number));
  const occupied = new Uint8Array(lattice.columns * lattice.rows);
  for (const cell of cells) if (cell !== -1) occupied[cell] = 1;
  const inside = builtUp(lattice, occupied);
  const counts = { of: new Float64Array(occupied.length * areas), areas };
  cells.forEach((cell, at) => {
    const name = points.areas[at] as number;
    const area = name === -1 ? (named.length === 0 ? 0 : NO_AREA) : (first[name] as number);
    if (cell !== -1 && area !== NO_AREA) counts.of[cell * areas + area]! += 1;
  });
  const { labels, standsFor } = settle(lattice, inside, counts);

  const drawn = outlinesOf(lattice, labels);
  const cases = new Float64Array(areas);
  points.names.forEach((_, index) => {
    const area = first[index] === NO_AREA ? NO_AREA : (standsFor[first[index] as number] as number);
    if (area !== NO_AREA) cases[area]! += points.cases[index] ?? 0;
  });
  const order = [...drawn.keys()].sort((a, b) => (cases[b] as number) - (cases[a] as number) || a - b);
  const placeOf = new Map(order.map((area, place) => [area, place]));
  return {
    areas: order.map((area) => ({
      name: area < kept ? (named[area]?.name ?? null) : null,
      cases: cases[area] as number,
      rings: drawn.get(area) ?? [],
    })),
    byKey: new Map(
      points.names.flatMap((name, index): [string, number][] => {
        const area = first[index] as number;
        const place = area === NO_AREA ? undefined : placeOf.get(standsFor[area] as number);
        return place === undefined ? [] : [[areaKey(name), place]];
      }),
    ),
  };
}

/**
 * Labels the cells until every area that is left holds most of its own points. Changes `counts`.
 *
 * @returns whose each cell is, and what became of each area: itself, the one it lies within, or none.
 */
function settle(
  lattice: Lattice,
  inside: Uint8Array,
  counts: CellCounts,
): { labels: Int32Array; standsFor: Int32Array } {
  const standsFor = Int32Array.from({ length: counts.areas }, (_, area) => area);
  for (;;) {
    const labels = labelCells(lattice, inside, counts);
    makeWhole(lattice.columns, labels, counts);
    uncross(lattice.columns, labels);
    makeWhole(lattice.columns, labels, counts);
    const lost = lostArea(labels, counts);
    if (lost === null) return { labels, standsFor };
    for (let cell = 0; cell < labels.length; cell++) {
      const count = counts.of[cell * counts.areas + lost.area] as number;
      if (lost.within !== NO_AREA) counts.of[cell * counts.areas + lost.within]! += count;
      counts.of[cell * counts.areas + lost.area] = 0;
    }
    standsFor.forEach((area, at) => {
      if (area === lost.area) standsFor[at] = lost.within;
    });
  }
}

/** The smallest area that does not hold most of its own points, and the one that does instead (NO_AREA: none). */
function lostArea(labels: Int32Array, { of, areas }: CellCounts): { area: number; within: number } | null {
  const lies = new Float64Array(areas * areas);
  const total = new Float64Array(areas);
  labels.forEach((label, cell) => {
    for (let area = 0; area < areas; area++) {
      const count = of[cell * areas + area] as number;
      total[area]! += count;
      if (label !== NO_AREA) lies[area * areas + label]! += count;
    }
  });
  let found: { area: number; within: number; points: number } | null = null;
  for (let area = 0; area < areas; area++) {
    const points = total[area] as number;
    const isLost = points > 0 && (lies[area * areas + area] as number) <= OWN_SHARE * points;
    if (!isLost || (found !== null && found.points <= points)) continue;
    const row = lies.subarray(area * areas, (area + 1) * areas);
    const host = row.indexOf(Math.max(...row));
    const isWithin = host !== area && (row[host] as number) > OWN_SHARE * points;
    found = { area, within: isWithin ? host : NO_AREA, points };
  }
  return found;
}
