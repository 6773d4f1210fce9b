import { boxOf, innerPoint, isInRing, signedArea, type Box } from '#domain/place/ring.ts';
import { divide, type Site } from './power-cells.ts';
import type { Plane } from './plane.ts';
import { randomOf } from './random.ts';
import type { NamedSubdistrict } from './sources.ts';
import { wholeCells } from './whole-cells.ts';

const CENTRAL_ROUNDS = 8;
const OUTER_ROUNDS = 10;
/** A residents' committee's area in an outer district, and a village's that is part of its town, in m². */
const URBAN_M2 = 190_000;
const TOWN_VILLAGE_M2 = 260_000;
/** The built-up part of a subdistrict is at most this share of it. */
const BUILT_UP = 0.7;

/** Built-up land reaches as far from the town as a disc of this many times its area; farther where villages bound it. */
const SCATTERED = 1.5;
const SCATTERED_TOWN = 2.5;

/** Where unit grids are laid: around the town, metres; everywhere where the radius is infinite. */
export type BuiltUp = { town: [number, number]; radius: number };

/** A community's parts in microdegrees, and whether it is built up, so that it has unit grids. */
export type ShapedCommunity = { number: string; zh: string; en: string; parts: number[][]; builtUp: boolean };

/**
 * Divides a subdistrict among its communities. In the central districts all are alike; elsewhere residents' committees
 * (and, in a town without any, a few villages) lie close around the town, and villages share the land about it.
 * @param parts counter-clockwise rings in metres. @param centre of the town, metres.
 */
export function shapeCommunities(
  plane: Plane,
  { code, communities }: NamedSubdistrict,
  parts: readonly number[][],
  centre: readonly [number, number],
  central: boolean,
): { communities: ShapedCommunity[]; builtUp: BuiltUp } {
  const random = randomOf(code);
  const total = parts.reduce((sum, ring) => sum + signedArea(ring), 0);
  const town = townOf(parts, centre);
  const builtUp = central ? communities.map(() => true) : builtUpOf(communities.map(([number]) => Number(number)));
  const wanted = communities.map(([number], at) => {
    const size = Number(number) < 200 || Number(number) >= 400 ? URBAN_M2 : TOWN_VILLAGE_M2;
    return builtUp[at] === true ? size * (0.6 + 0.8 * random()) : 0;
  });
  const wantedTotal = wanted.reduce((sum, area) => sum + area, 0);
  const open = builtUp.filter((built) => !built).length;
  const builtTotal = open === 0 ? total : Math.min(wantedTotal, BUILT_UP * total);
  const radius = Math.sqrt(builtTotal / Math.PI);
  const taken: [number, number][] = [];
  const bounds = boxOf(parts);
  const sites = communities.map((_row, at): Site => {
    const built = builtUp[at] === true;
    const share = built
      ? ((wanted[at] as number) * builtTotal) / wantedTotal
      : ((total - builtTotal) / open) * (0.7 + 0.6 * random());
    const within = central || !built || open === 0 ? null : { town, radius };
    const [x, y] = scatter(parts, bounds, within, taken, random);
    taken.push([x, y]);
    return { x, y, hold: central ? 0.05 : 0.25, share };
  });
  const cells = divide(parts, sites, central ? CENTRAL_ROUNDS : OUTER_ROUNDS);
  const whole = wholeCells(plane, cells);
  const shaped = communities.map(([number, zh, en], at) => {
    const own = whole.filter(({ owner }) => owner === at).map(({ ring }) => ring);
    return { number, zh, en, parts: own, builtUp: builtUp[at] === true };
  });
  const reach = central ? Infinity : Math.sqrt(((open === 0 ? SCATTERED : SCATTERED_TOWN) * wantedTotal) / Math.PI);
  return { communities: shaped, builtUp: { town, radius: reach } };
}

/** The town where it lies in the subdistrict, else a point inside its largest part. */
export function townOf(parts: readonly number[][], centre: readonly [number, number]): [number, number] {
  if (parts.some((ring) => isInRing(ring, centre[0], centre[1]))) return [centre[0], centre[1]];
  const [main] = [...parts].sort((a, b) => signedArea(b) - signedArea(a));
  return main === undefined ? [centre[0], centre[1]] : innerPoint(main);
}

/** Residents' committees (001–199) and zones (400–) are built up; in a town with none, one village in ten, at least 2. */
function builtUpOf(numbers: number[]): boolean[] {
  const urban = numbers.map((number) => number < 200 || number >= 400);
  if (urban.some(Boolean)) return urban;
  const villages = Math.max(2, Math.round(numbers.length / 10));
  return numbers.map((_number, at) => at < villages);
}

/** A random point of the parts (and of the town's disc), the farthest of six from those taken. */
export function scatter(
  parts: readonly number[][],
  bounds: Box,
  within: { town: [number, number]; radius: number } | null,
  taken: readonly [number, number][],
  random: () => number,
): [number, number] {
  let best: [number, number] | null = null;
  let farthest = -1;
  for (let candidate = 0; candidate < 6; candidate++) {
    const point = randomPoint(parts, bounds, within, random);
    const gap = taken.reduce((least, [x, y]) => Math.min(least, (x - point[0]) ** 2 + (y - point[1]) ** 2), Infinity);
    if (gap > farthest) [farthest, best] = [gap, point];
  }
  return best as [number, number];
}

function randomPoint(
  parts: readonly number[][],
  [west, south, east, north]: Box,
  within: { town: [number, number]; radius: number } | null,
  random: () => number,
): [number, number] {
  for (let attempt = 0; attempt < 200; attempt++) {
    // Half the attempts look near the town; where its disc lies mostly outside, anywhere inside will do.
    const near = attempt < 100 ? within : null;
    const [u, v] = [random(), random()];
    const x = near === null ? west + u * (east - west) : near.town[0] + (2 * u - 1) * near.radius;
    const y = near === null ? south + v * (north - south) : near.town[1] + (2 * v - 1) * near.radius;
    if (near !== null && (2 * u - 1) ** 2 + (2 * v - 1) ** 2 > 1) continue;
    if (parts.some((ring) => isInRing(ring, x, y))) return [x, y];
  }
  return townOf(parts, [NaN, NaN]);
}
