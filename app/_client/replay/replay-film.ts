import { instantOfStep, REPLAY_STEPS } from '#domain/wall/replay.ts';
import { NO_POSITION, type HeatRaster } from '#wire/columns.ts';
import { HeatField, type Lattice } from '#wire/heat-field.ts';
import type { ReplayColumns } from '#wire/replay-frame.ts';
import { ReplayFold, type ReplayCounts } from './replay-fold.ts';

/** A span of the past, ready to be shown at any of its steps. */
export class ReplayFilm {
  readonly columns: ReplayColumns;
  /** Open cases at every step. */
  readonly open: Uint32Array;
  readonly #fold: ReplayFold;
  #field: HeatField | null = null;
  #raster: HeatRaster | null = null;
  readonly #shown = new Set<number>();

  constructor(columns: ReplayColumns) {
    this.columns = columns;
    this.open = openSeries(columns);
    this.#fold = new ReplayFold(columns, {
      opened: (row) => {
        this.#shown.add(row);
        this.#field?.add(this.#spotOf(row), 1);
      },
      ended: (row) => {
        this.#shown.delete(row);
        this.#field?.add(this.#spotOf(row), -1);
      },
    });
  }

  get counts(): Readonly<ReplayCounts> {
    return this.#fold.counts;
  }

  moveTo(step: number): void {
    this.#fold.moveTo(instantOfStep(this.columns, step) / 1_000);
  }

  /** Density of the open cases where the film stands, on a lattice; the same object while nothing has changed. */
  heatOn(lattice: Lattice): HeatRaster {
    if (this.#field?.lattice !== lattice) {
      this.#field = new HeatField(lattice);
      for (const row of this.#shown) this.#field.add(this.#spotOf(row), 1);
    }
    if (this.#field.changed || this.#raster === null) this.#raster = this.#field.take();
    return this.#raster;
  }

  /** Where the cases lie that are out of time, as pairs of degrees; those without a position are left out. */
  outOfTime(): Float64Array {
    const { lon, lat } = this.columns;
    const found: number[] = [];
    for (const row of this.#fold.out) {
      if (lon[row] !== NO_POSITION) found.push((lon[row] as number) / 1e6, (lat[row] as number) / 1e6);
    }
    return Float64Array.from(found);
  }

  #spotOf(row: number): { lon: number; lat: number } {
    return { lon: this.columns.lon[row] as number, lat: this.columns.lat[row] as number };
  }
}

function openSeries(columns: ReplayColumns): Uint32Array {
  const nothing = (): void => undefined;
  const fold = new ReplayFold(columns, { opened: nothing, ended: nothing });
  return Uint32Array.from({ length: REPLAY_STEPS + 1 }, (_, step) => {
    fold.moveTo(instantOfStep(columns, step) / 1_000);
    return fold.counts.open;
  });
}
