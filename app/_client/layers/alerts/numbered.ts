import type { View } from '../../map/camera.ts';
import { spread } from '../../map/spread.ts';

/** The first of the lane are larger, and named. */
export const NAMED = 6;

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
 * covers another. Rows without a position and those outside the box are left out. Pixels of the box.
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
  spread(inside).forEach(([x, y], index) => {
    const spot = inside[index] as NumberedSpot<One>;
    // Nothing is pushed out of the picture.
    spot.x = Math.min(width - spot.radius, Math.max(spot.radius, x));
    spot.y = Math.min(height - spot.radius, Math.max(spot.radius, y));
  });
  return inside;
}
