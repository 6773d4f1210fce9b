import type { Position } from '#domain/place/position.ts';

/** As many unit grids as one collector walks; what is left of a piece joins a neighbour while it is small. */
const TARGET = 26;
const SMALLEST = 12;

/**
 * Divides unit grids that hang together into compact groups of some 20 to 40 that each hang together. The same on every
 * run: from the westernmost free one on, always the free neighbour that is nearest to the group's middle.
 *
 * @param centres of the unit grids, in order. @param neighbours positions of those that each has a border with.
 * @returns groups of positions, each ascending; every position in exactly one.
 */
export function clustersOf(centres: readonly Position[], neighbours: readonly (readonly number[])[]): number[][] {
  const groupOf = new Array<number>(centres.length).fill(-1);
  const groups: number[][] = [];
  const byLongitude = centres.map((_, at) => at).sort((a, b) => lonOf(centres, a) - lonOf(centres, b) || a - b);
  for (const start of byLongitude) {
    if (groupOf[start] !== -1) continue;
    const group = grow(start, centres, neighbours, groupOf, groups.length);
    const around = group.length < SMALLEST ? smallestAround(group, neighbours, groupOf, groups) : null;
    if (around === null) groups.push(group);
    else {
      for (const at of group) groupOf[at] = around;
      groups[around]?.push(...group);
    }
  }
  return groups.map((group) => group.sort((a, b) => a - b));
}

function grow(
  start: number,
  centres: readonly Position[],
  neighbours: readonly (readonly number[])[],
  groupOf: number[],
  number: number,
): number[] {
  const group: number[] = [];
  const middle = { lon: 0, lat: 0 };
  const edge = new Set([start]);
  while (group.length < TARGET && edge.size > 0) {
    const next = group.length === 0 ? start : nearest(edge, centres, middle);
    edge.delete(next);
    groupOf[next] = number;
    group.push(next);
    const { lon, lat } = centres[next] as Position;
    middle.lon += (lon - middle.lon) / group.length;
    middle.lat += (lat - middle.lat) / group.length;
    for (const other of neighbours[next] ?? []) if (groupOf[other] === -1) edge.add(other);
  }
  return group;
}

function nearest(among: ReadonlySet<number>, centres: readonly Position[], { lon, lat }: Position): number {
  let best = -1;
  let least = Infinity;
  const east = Math.cos((lat * Math.PI) / 180);
  for (const at of among) {
    const centre = centres[at] as Position;
    const far = ((centre.lon - lon) * east) ** 2 + (centre.lat - lat) ** 2;
    if (far < least || (far === least && at < best)) [best, least] = [at, far];
  }
  return best;
}

/** The smallest group that borders on this one; null where none does. */
function smallestAround(
  group: readonly number[],
  neighbours: readonly (readonly number[])[],
  groupOf: readonly number[],
  groups: readonly (readonly number[])[],
): number | null {
  let best: number | null = null;
  for (const at of group) {
    for (const other of neighbours[at] ?? []) {
      const candidate = groupOf[other] as number;
      const size = groups[candidate]?.length;
      if (size === undefined) continue;
      const least = best === null ? Infinity : (groups[best]?.length ?? Infinity);
      if (size < least || (size === least && best !== null && candidate < best)) best = candidate;
    }
  }
  return best;
}

function lonOf(centres: readonly Position[], at: number): number {
  return centres[at]?.lon ?? 0;
}
