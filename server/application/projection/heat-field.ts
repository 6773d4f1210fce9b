import { NO_POSITION, type HeatRaster } from '#wire/columns.ts';
import type { CaseFacts } from './case-table.ts';

/** Degrees: [west, south, east, north]. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const cellMetres = 400;
const bandwidthMetres = 700;
const metresPerDegree = 111_320;
/** Cells the kernel reaches to each side: three bandwidths. */
const reach = Math.ceil((3 * bandwidthMetres) / cellMetres);
/** Whole weights of one case's kernel: adding and removing in any order leaves exactly nothing behind. */
const caseWeight = 65_536;
/** Steps of the raster per case and km²: 255 stands for 63.75. */
const scale = 4;
/** A metropolis of 300 km × 300 km; larger bounds get larger cells. */
const mostCells = 600_000;

/**
 * Density of open cases on a fixed lattice of about 400 m, a Gaussian kernel of 700 m bandwidth about each case. Kept up
 * one case at a time in whole numbers.
 */
export class HeatField {
  private readonly weights: Int32Array;
  private readonly kernel: Int32Array;
  private readonly west: number;
  private readonly south: number;
  private readonly cellLon: number;
  private readonly cellLat: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly weightToStep: number;
  /** Changes since the raster was last taken. */
  changed = true;

  constructor([west, south, east, north]: Bounds) {
    const middle = Math.cos((((south + north) / 2) * Math.PI) / 180);
    const cells = ((east - west) * (north - south) * middle * metresPerDegree ** 2) / cellMetres ** 2;
    const side = cellMetres * Math.max(1, Math.sqrt(cells / mostCells));
    this.west = west;
    this.south = south;
    this.cellLat = side / metresPerDegree;
    this.cellLon = side / (metresPerDegree * middle);
    this.columns = Math.max(1, Math.ceil((east - west) / this.cellLon));
    this.rows = Math.max(1, Math.ceil((north - south) / this.cellLat));
    this.weights = new Int32Array(this.columns * this.rows);
    this.kernel = gaussian(side);
    this.weightToStep = scale / (caseWeight * (side / 1000) ** 2);
  }

  /** @param sign 1 to add a case, -1 to take it away. One outside the lattice or without a position adds nothing. */
  add(facts: Pick<CaseFacts, 'lon' | 'lat'>, sign: 1 | -1): void {
    if (facts.lon === NO_POSITION) return;
    const column = Math.floor((facts.lon / 1e6 - this.west) / this.cellLon);
    const row = Math.floor((facts.lat / 1e6 - this.south) / this.cellLat);
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
    this.changed = true;
    const width = 2 * reach + 1;
    const firstColumn = Math.max(0, column - reach);
    const lastColumn = Math.min(this.columns - 1, column + reach);
    for (let at = Math.max(0, row - reach); at <= Math.min(this.rows - 1, row + reach); at++) {
      const kernelRow = (at - row + reach) * width + reach - column;
      for (let across = firstColumn; across <= lastColumn; across++) {
        const cell = at * this.columns + across;
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
    const { west, south, cellLon, cellLat, columns, rows } = this;
    return { west, south, cellLon, cellLat, columns, rows, scale, values };
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
