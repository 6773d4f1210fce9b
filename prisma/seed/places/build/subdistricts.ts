import { boxOf, isInRing } from '#domain/place/ring.ts';
import { scatter } from './communities.ts';
import { pointToPlane, toPlane, type Plane } from './plane.ts';
import { divide, type Site } from './power-cells.ts';
import { randomOf } from './random.ts';
import type { NamedSubdistrict } from './sources.ts';
import { wholeCells } from './whole-cells.ts';
import { wander } from './wander.ts';

/** A subdistrict's parts in microdegrees, and its town or centre in metres. */
export type ShapedSubdistrict = { named: NamedSubdistrict; parts: number[][]; centre: [number, number] };

const CENTRAL_STEP = 3_500;
const OUTER_STEP = 9_000;

/**
 * Divides a district among its subdistricts around known or hand-placed sites; one with neither begins somewhere inside,
 * away from the others.
 * @param outline rings in microdegrees, counter-clockwise.
 * @param names GeoNames places of the whole city; one inside this district with a subdistrict's name is its site.
 */
export function shapeSubdistricts(
  plane: Plane,
  outline: readonly (readonly number[])[],
  central: boolean,
  subdistricts: readonly NamedSubdistrict[],
  names: readonly (readonly [string, number, number])[],
  handPlaced: Readonly<Record<string, readonly [number, number]>>,
): ShapedSubdistrict[] {
  const parent = outline.map((ring) => toPlane(plane, ring));
  const bounds = boxOf(parent);
  const here = names.filter(([, lon, lat]) => outline.some((ring) => isInRing(ring, lon * 1e6, lat * 1e6)));
  const known = subdistricts.map(({ code, en }): { hold: number; at: readonly [number, number] } | null => {
    const named = here.find(([name]) => plain(name) === plain(en));
    if (named !== undefined) return { hold: 0.8, at: pointToPlane(plane, named[1], named[2]) };
    const placed = handPlaced[code];
    return placed === undefined ? null : { hold: 0.6, at: pointToPlane(plane, placed[0], placed[1]) };
  });
  const taken = known.flatMap((one) => (one === null ? [] : [[...one.at] as [number, number]]));
  const sites = subdistricts.map((subdistrict, at): Site => {
    const site = known[at] ?? { hold: 0.05, at: scatter(parent, bounds, null, taken, randomOf(subdistrict.code)) };
    const [x, y] = site.at;
    if (!known[at]) taken.push([x, y]);
    return { x, y, hold: site.hold, share: shareOf(subdistrict, central) };
  });
  const cells = divide(parent, spread(sites), 40);
  const whole = wholeCells(plane, cells);
  const rings = whole.map(({ ring }) => ring);
  const bent = wander(rings, central ? CENTRAL_STEP : OUTER_STEP, central ? 0.05 : 0.09);
  return subdistricts.map((named, at) => {
    const parts = bent.filter((_ring, part) => whole[part]?.owner === at);
    const { x, y } = sites[at] as Site;
    return { named, parts, centre: [x, y] };
  });
}

/** Towns have wide farmland around them; streets of a district's seat, and zones, are small. */
function shareOf({ code, communities }: NamedSubdistrict, central: boolean): number {
  const size = Math.sqrt(Math.max(3, communities.length) / 15);
  if (central) return size;
  const kind = Number(code.slice(6));
  if (kind < 100) return 0.45 * size;
  if (kind >= 400) return 0.3 * size;
  return Math.min(1.5, Math.max(0.7, size));
}

/** Two sites on one spot would have no border between them: the later one moves 300 m aside. */
function spread(sites: Site[]): Site[] {
  const placed: Site[] = [];
  for (const site of sites) {
    let { x, y } = site;
    while (placed.some((other) => (other.x - x) ** 2 + (other.y - y) ** 2 < 200 ** 2)) [x, y] = [x + 300, y + 170];
    placed.push({ ...site, x, y });
  }
  return placed;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/gu, '');
