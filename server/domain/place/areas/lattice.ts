/** Square cells over a region; corners in microdegrees, cells counted row by row from the south-west. */
export type Lattice = {
  readonly west: number;
  readonly south: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
};

/** Cells along the side of a square as large as the region that holds nearly all points. */
const CELLS_ACROSS = 80;
const LEAST_CELL_M = 40;
/** A region is taken to be at least as large as this, metres. */
const LEAST_SIDE_M = 500;
/** Points further out than this share of the region's side are none of it. */
const BEYOND = 0.3;
/** Empty cells all around, at least as many as the widest reach. */
export const MOST_REACH = 12;
const NORTH_M = 0.1111;
const EAST_M = 0.1113;

/**
 * [west, south, east, north] of all but the outermost hundredth of the points on each side; null without points.
 *
 * @param lons degrees, as `lats`.
 */
export function extentOf(
  lons: readonly number[],
  lats: readonly number[],
): [west: number, south: number, east: number, north: number] | null {
  if (lons.length === 0) return null;
  const [west, east] = edgesOf(lons);
  const [south, north] = edgesOf(lats);
  return [west, south, east, north];
}

function edgesOf(values: readonly number[]): [number, number] {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  return [at(0.01), at(0.99)];
}

/** A lattice over the region of the points, with room around it; null without points. */
export function latticeOver(lons: readonly number[], lats: readonly number[]): Lattice | null {
  const extent = extentOf(lons, lats);
  if (extent === null) return null;
  const [west, south, east, north] = extent.map((degrees) => degrees * 1e6) as [number, number, number, number];
  const eastM = EAST_M * Math.max(0.05, Math.cos((((south + north) / 2e6) * Math.PI) / 180));
  const wide = Math.max(LEAST_SIDE_M, (east - west) * eastM);
  const high = Math.max(LEAST_SIDE_M, (north - south) * NORTH_M);
  const cell = Math.max(LEAST_CELL_M, Math.round(Math.sqrt(wide * high) / CELLS_ACROSS / 10) * 10);
  const stepX = Math.round(cell / eastM);
  const stepY = Math.round(cell / NORTH_M);
  const columns = Math.ceil((wide * (1 + 2 * BEYOND)) / cell) + 2 * MOST_REACH;
  const rows = Math.ceil((high * (1 + 2 * BEYOND)) / cell) + 2 * MOST_REACH;
  return {
    west: Math.round((west + east) / 2 - (columns / 2) * stepX),
    south: Math.round((south + north) / 2 - (rows / 2) * stepY),
    ...{ stepX, stepY, columns, rows },
  };
}

/** The cell of a point in degrees, -1 where it lies outside or in the empty margin. */
export function cellAt({ west, south, stepX, stepY, columns, rows }: Lattice, lon: number, lat: number): number {
  const column = Math.floor((lon * 1e6 - west) / stepX);
  const row = Math.floor((lat * 1e6 - south) / stepY);
  const isOutside =
    column < MOST_REACH || row < MOST_REACH || column >= columns - MOST_REACH || row >= rows - MOST_REACH;
  return isOutside ? -1 : row * columns + column;
}
