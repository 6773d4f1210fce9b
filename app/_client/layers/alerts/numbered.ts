import type { View } from '../../map/camera.ts';
import { fixtures } from '../../map/fixtures.ts';
import type { Box } from '../../map/label-placement.ts';
import { spread } from '../../map/spread.ts';

/** The first of the lane are larger, and named. */
export const NAMED = 6;

/** What a bezel or a title pushes aside may be pushed onto another, and that one on. */
const ROUNDS = 4;

/** What is to be numbered, in the lane's order. */
type Row = { lon: number | null; lat: number | null; taken: boolean };

export type NumberedSpot<One> = {
  row: One;
  /** One of the first in the lane. */
  first: boolean;
  size: number;
  /** Half of what it covers, its ring included. */
  radius: number;
  x: number;
  y: number;
  /** Where it belongs. */
  fromX: number;
  fromY: number;
};

/**
 * Where the numbered shapes of the lane stand on a map: at their cases, pushed apart as little as it takes that none
 * covers another, none lies behind the map's title and none behind a bezel. Rows without a position and those outside the box are left out. Pixels of the box.
 */
export function numberedSpots<One extends Row>(rows: readonly One[], view: View, u: number): NumberedSpot<One>[] {
  const { width, height, project } = view;
  const inside = rows.flatMap((row, place): NumberedSpot<One>[] => {
    if (row.lon === null || row.lat === null) return [];
    const [x, y] = project(row.lon, row.lat);
    if (!(x > u && y > u && x < width - u && y < height - u)) return [];
    const first = place < NAMED;
    const size = (first ? 3.4 : 3) * u;
    return [{ row, first, size, radius: size * (row.taken ? 0.58 : 0.78), x, y, fromX: x, fromY: y }];
  });
  const before = fixtures(width, height, u);
  for (let round = 0; round < ROUNDS; round++) {
    spread(inside).forEach(([x, y], index) => {
      const spot = inside[index] as NumberedSpot<One>;
      // Nothing is pushed out of the picture, nor behind a title or a bezel.
      [spot.x, spot.y] = offJoins(...offFixtures(x, y, spot.radius, before, view), spot.radius, view.joins ?? []);
      spot.x = Math.min(width - spot.radius, Math.max(spot.radius, spot.x));
      spot.y = Math.min(height - spot.radius, Math.max(spot.radius, spot.y));
    });
  }
  return inside;
}

/** The nearest middle within the picture from where a circle's bounds meet none of the boxes. */
function offFixtures(
  x: number,
  y: number,
  radius: number,
  boxes: readonly Box[],
  { width, height }: View,
): [number, number] {
  let at: [number, number] = [x, y];
  for (const { left, top, right, bottom } of boxes) {
    const [atX, atY] = at;
    if (atX + radius <= left || atX - radius >= right || atY + radius <= top || atY - radius >= bottom) continue;
    const ways: [number, number][] = [
      [left - radius, atY],
      [right + radius, atY],
      [atX, top - radius],
      [atX, bottom + radius],
    ];
    const inside = ways.filter(
      ([toX, toY]) => toX >= radius && toX <= width - radius && toY >= radius && toY <= height - radius,
    );
    const far = ([toX, toY]: [number, number]): number => Math.hypot(toX - atX, toY - atY);
    at = inside.reduce((best, way) => (far(way) < far(best) ? way : best), inside[0] ?? at);
  }
  return at;
}

/** The nearest middle from where a circle reaches behind no join. */
function offJoins(x: number, y: number, radius: number, joins: NonNullable<View['joins']>): [number, number] {
  let at: [number, number] = [x, y];
  for (const join of joins) {
    const upright = join.height > join.width;
    const [along, from, to] = upright
      ? [at[0], join.x - radius, join.x + join.width + radius]
      : [at[1], join.y - radius, join.y + join.height + radius];
    if (along <= from || along >= to) continue;
    const moved = along - from < to - along ? from : to;
    at = upright ? [moved, at[1]] : [at[0], moved];
  }
  return at;
}
