import { contours } from 'd3-contour';
import { HEAT_STEPS, type HeatRaster } from '#wire/columns.ts';

/** One flat step of heat as polygons in degrees: the area where density is at least its lower edge. */
export type HeatBand = { step: number; polygons: number[][][][] };

export type Window = readonly [west: number, south: number, east: number, north: number];

/**
 * Heat as six flat steps, lowest first, each lying on the one before. Within `window` (degrees) the raster is refined
 * `refine` times by cubic B-splines, so that edges are curves rather than the lattice's corners. The steps' edges are
 * fixed: a density looks the same on every screen and at every time.
 */
export function heatBands(raster: HeatRaster, window: Window | null, refine: number): HeatBand[] {
  const part = window === null ? wholeOf(raster) : partOf(raster, window);
  const { values, columns, rows } = refine > 1 ? refined(part, refine) : part;
  if (columns < 2 || rows < 2) return HEAT_STEPS.map((_, step) => ({ step, polygons: [] }));
  const cellLon = raster.cellLon / refine;
  const cellLat = raster.cellLat / refine;
  const make = contours().size([columns, rows]);
  return HEAT_STEPS.map((edge, step) => ({
    step,
    polygons: make
      .contour(values, edge * raster.scale)
      .coordinates.map((rings) =>
        rings.map((ring) =>
          ring.map(([x, y]) => [part.west + (x as number) * cellLon, part.south + (y as number) * cellLat]),
        ),
      ),
  }));
}

type Part = { west: number; south: number; columns: number; rows: number; values: number[] };

function wholeOf(raster: HeatRaster): Part {
  const { west, south, columns, rows, values } = raster;
  return { west, south, columns, rows, values: Array.from(values) };
}

/** The cells in a window, with two more all around so that edges there are right. */
function partOf(raster: HeatRaster, [west, south, east, north]: Window): Part {
  const margin = 2;
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const fromColumn = clamp(Math.floor((west - raster.west) / raster.cellLon) - margin, raster.columns);
  const toColumn = clamp(Math.ceil((east - raster.west) / raster.cellLon) + margin, raster.columns);
  const fromRow = clamp(Math.floor((south - raster.south) / raster.cellLat) - margin, raster.rows);
  const toRow = clamp(Math.ceil((north - raster.south) / raster.cellLat) + margin, raster.rows);
  const columns = Math.max(0, toColumn - fromColumn);
  const rows = Math.max(0, toRow - fromRow);
  const values = new Array<number>(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = raster.values[(fromRow + row) * raster.columns + fromColumn + column] as number;
    }
  }
  return {
    west: raster.west + fromColumn * raster.cellLon,
    south: raster.south + fromRow * raster.cellLat,
    columns,
    rows,
    values,
  };
}

/** Every cell cut into `times` × `times`, values from cubic B-splines first along rows, then along columns. */
function refined({ columns, rows, values }: Part, times: number): { columns: number; rows: number; values: number[] } {
  const wide = columns * times;
  const along = new Float64Array(wide * rows);
  for (let row = 0; row < rows; row++) refineLine(values, row * columns, 1, columns, along, row * wide, 1, times);
  const result = new Array<number>(wide * rows * times).fill(0);
  for (let column = 0; column < wide; column++) refineLine(along, column, wide, rows, result, column, wide, times);
  return { columns: wide, rows: rows * times, values: result };
}

function refineLine(
  from: ArrayLike<number>,
  start: number,
  step: number,
  count: number,
  to: { [index: number]: number },
  toStart: number,
  toStep: number,
  times: number,
): void {
  const at = (index: number): number => from[start + Math.max(0, Math.min(count - 1, index)) * step] as number;
  for (let fine = 0; fine < count * times; fine++) {
    const position = (fine + 0.5) / times - 0.5;
    const base = Math.floor(position);
    const t = position - base;
    const s = 1 - t;
    to[toStart + fine * toStep] =
      (s * s * s * at(base - 1) +
        (4 - 6 * t * t + 3 * t * t * t) * at(base) +
        (4 - 6 * s * s + 3 * s * s * s) * at(base + 1) +
        t * t * t * at(base + 2)) /
      6;
  }
}
