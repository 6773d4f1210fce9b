import type { CaseColumns, CaseDelta, HeatRaster } from '#wire/columns.ts';
import { HeatField, type Lattice } from '#wire/heat-field.ts';
import type { CaseStore } from '../../stores/case-store.ts';

/** Whether a row counts at `now` (epoch s). */
export type Picks = (columns: CaseColumns, row: number, now: number) => boolean;

/**
 * Density of some of the open cases on the server's own lattice, kept up case by case: a change costs what changed.
 * Cases that only time makes count (out of time) are found by `pass`.
 */
export class PickedHeat {
  readonly #cases: CaseStore;
  readonly #picks: Picks;
  readonly #field: HeatField;
  /** Cell of each case that is counted, by case id. */
  readonly #cells = new Map<number, number>();

  constructor(cases: CaseStore, lattice: Lattice, scale: number, picks: Picks, now: number) {
    this.#cases = cases;
    this.#picks = picks;
    this.#field = new HeatField(lattice, scale);
    this.#countAll(now);
  }

  /** Whether the raster differs from the one taken last. */
  get changed(): boolean {
    return this.#field.changed;
  }

  /** Takes a change of the store in; null: all rows are others. */
  change(delta: CaseDelta | null, now: number): void {
    if (delta === null) {
      for (const id of [...this.#cells.keys()]) this.#put(id, -1);
      this.#countAll(now);
      return;
    }
    for (const id of delta.removed) this.#put(id, -1);
    for (let row = 0; row < delta.put.length; row++) this.#look(delta.put, row, now);
  }

  /** Looks at every case again: time has passed. */
  pass(now: number): void {
    this.#countAll(now);
  }

  take(): HeatRaster {
    return this.#field.take();
  }

  #countAll(now: number): void {
    const { columns } = this.#cases;
    for (let row = 0; row < columns.length; row++) this.#look(columns, row, now);
  }

  #look(columns: CaseColumns, row: number, now: number): void {
    const counts = this.#picks(columns, row, now);
    const cell = counts ? this.#field.cellOf({ lon: columns.lon[row] as number, lat: columns.lat[row] as number }) : -1;
    this.#put(columns.id[row] as number, cell);
  }

  #put(id: number, cell: number): void {
    const before = this.#cells.get(id) ?? -1;
    if (before === cell) return;
    this.#field.addAt(before, -1);
    this.#field.addAt(cell, 1);
    if (cell === -1) this.#cells.delete(id);
    else this.#cells.set(id, cell);
  }
}
