import { isInRing } from '#domain/place/ring.ts';
import { pointToPlane, toPlane } from './plane.ts';
import { divide, type Site } from './power-cells.ts';
import type { NamedSubdistrict } from './sources.ts';
import { wholeCells } from './whole-cells.ts';
import { wander } from './wander.ts';

/** A subdistrict's parts in microdegrees, and its town or centre in metres. */
export type ShapedSubdistrict = { named: NamedSubdistrict; parts: number[][]; centre: [number, number] };

const CENTRAL_STEP = 3_500;
const OUTER_STEP = 9_000;

/**
 * Divides a district among its subdistricts around known or hand-placed sites.
 * @param outline microdegrees, counter-clockwise.
 * @param names GeoNames places of the whole city; one inside this district with a subdistrict's name is its site.
 */
export function shapeSubdistricts(
  outline: readonly number[],
  central: boolean,
  subdistricts: readonly NamedSubdistrict[],
  names: readonly [string, number, number][],
  handPlaced: Record<string, [number, number]>,
): ShapedSubdistrict[] {
  const parent = toPlane(outline);
  const here = names.filter(([, lon, lat]) => isInRing(outline, lon * 1e6, lat * 1e6));
  const sites = subdistricts.map((subdistrict): Site => {
    const known = here.find(([name]) => plain(name) === plain(subdistrict.en));
    const [lon, lat] = known === undefined ? (handPlaced[subdistrict.code] ?? [0, 0]) : [known[1], known[2]];
    const [x, y] = pointToPlane(lon, lat);
    return { x, y, hold: known === undefined ? 0.6 : 0.8, share: shareOf(subdistrict, central) };
  });
  const cells = divide([parent], spread(sites), 40);
  const whole = wholeCells(cells);
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
