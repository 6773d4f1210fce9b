import { NO_POSITION, type HeatRaster } from './columns.ts';

/** Degrees: [west, south, east, north]. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const cellMetres = 400;
const bandwidthMetres = 700;
const metresPerDegree = 111_320;
/** Cells the kernel reaches to each side: three bandwidths. */
const reach = Math.ceil((3 * bandwidthMetres) / cellMetres);
/** Whole weights of one case's kernel: adding and removing in any order leaves exactly nothing behind. */
const caseWeight = 65_536;
/** Steps of the raster per case and km² for all open cases: 255 stands for 63.75. */
export const HEAT_SCALE = 4;
/** A metropolis of 300 km × 300 km; larger bounds get larger cells. */
const mostCells = 600_000;

/** Where the cells of a field lie: see HeatRaster. */
export type Lattice = Pick<HeatRaster, 'west' | 'south' | 'cellLon' | 'cellLat' | 'columns' | 'rows'>;

/** The lattice of cells of about 400 m that covers some bounds. */
export function latticeOf([west, south, east, north]: Bounds): Lattice {
  const middle = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const cells = ((east - west) * (north - south) * middle * metresPerDegree ** 2) / cellMetres ** 2;
  const side = cellMetres * Math.max(1, Math.sqrt(cells / mostCells));
  const cellLat = side / metresPerDegree;
  const cellLon = side / (metresPerDegree * middle);
  const columns = Math.max(1, Math.ceil((east - west) / cellLon));
  const rows = Math.max(1, Math.ceil((north - south) / cellLat));
  return { west, south, cellLon, cellLat, columns, rows };
}

/**
 * Density of open cases on a fixed lattice, a Gaussian kernel of 700 m bandwidth about each case. Kept up one case at a
 * time in whole numbers: the server keeps one of all open cases, a page one of those that a map asks for.
 */
export class HeatField {
  readonly lattice: Lattice;
  private readonly weights: Int32Array;
  private readonly kernel: Int32Array;
  private readonly scale: number;
  private readonly weightToStep: number;
  /** Changes since the raster was last taken. */
  changed = true;

  /** `scale`: steps of the raster per case and km². */
  constructor(lattice: Lattice, scale = HEAT_SCALE) {
    const side = lattice.cellLat * metresPerDegree;
    this.lattice = lattice;
    this.scale = scale;
    this.weights = new Int32Array(lattice.columns * lattice.rows);
    this.kernel = gaussian(side);
    this.weightToStep = scale / (caseWeight * (side / 1000) ** 2);
  }

  /** The cell of a position in degrees × 1e6, -1 outside the lattice and for no position. */
  cellOf({ lon, lat }: { lon: number; lat: number }): number {
    if (lon === NO_POSITION) return -1;
    const { west, south, cellLon, cellLat, columns, rows } = this.lattice;
    const column = Math.floor((lon / 1e6 - west) / cellLon);
    const row = Math.floor((lat / 1e6 - south) / cellLat);
    return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
  }

  /** @param sign 1 to add a case, -1 to take it away. One outside the lattice or without a position adds nothing. */
  add(position: { lon: number; lat: number }, sign: 1 | -1): void {
    this.addAt(this.cellOf(position), sign);
  }

  /** The same for a case whose cell is known. */
  addAt(middle: number, sign: 1 | -1): void {
    if (middle < 0) return;
    const { columns, rows } = this.lattice;
    const column = middle % columns;
    const row = (middle - column) / columns;
    this.changed = true;
    const width = 2 * reach + 1;
    const firstColumn = Math.max(0, column - reach);
    const lastColumn = Math.min(columns - 1, column + reach);
    for (let at = Math.max(0, row - reach); at <= Math.min(rows - 1, row + reach); at++) {
      const kernelRow = (at - row + reach) * width + reach - column;
      for (let across = firstColumn; across <= lastColumn; across++) {
        const cell = at * columns + across;
        this.weights[cell] = (this.weights[cell] as number) + sign * (this.kernel[kernelRow + across] as number);
      }
    }
  }

  /** The raster to send; marks the field as unchanged. */
  take(): HeatRaster {
    this.changed = false;
    const values = new Uint8Array(this.weights.length);
    for (let cell = 0; cell < values.length; cell++) {
      const weight = this.weights[cell] as number;
      if (weight !== 0) values[cell] = Math.min(255, Math.round(weight * this.weightToStep));
    }
    return { ...this.lattice, scale: this.scale, values };
  }
}

function gaussian(side: number): Int32Array {
  const width = 2 * reach + 1;
  const shape = Array.from({ length: width * width }, (_, at) => {
    const east = (at % width) - reach;
    const north = Math.floor(at / width) - reach;
    return Math.exp(-((east ** 2 + north ** 2) * side ** 2) / (2 * bandwidthMetres ** 2));
  });
  const sum = shape.reduce((total, value) => total + value, 0);
  const kernel = Int32Array.from(shape, (value) => Math.round((value / sum) * caseWeight));
  const middle = reach * width + reach;
  const rounded = kernel.reduce((total, value) => total + value, 0);
  kernel[middle] = (kernel[middle] as number) + caseWeight - rounded;
  return kernel;
}
