import { CaseRows } from '#wire/case-rows.ts';
import { NO_POSITION, type CaseColumns, type CaseDelta } from '#wire/columns.ts';
import { Signal } from './signal.ts';

const MICRO_DEGREES = 1e6;

/** All open cases this page may see, as columns. Rows are dense (0 … length − 1) and in no order. */
export class CaseStore extends Signal {
  /** Event time of the newest fact, epoch ms; 0 before the first snapshot. */
  dataAt = 0;
  /** False until a first snapshot arrived. */
  loaded = false;
  readonly #rows = new CaseRows();
  #lngLat = new Float32Array(0);
  #lngLatVersion = -1;
  readonly #rowReaders = new Set<(delta: CaseDelta | null) => void>();

  get columns(): CaseColumns {
    return this.#rows.columns;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Row of a case, or -1. */
  rowOf(id: number): number {
    return this.#rows.rowOf(id);
  }

  /**
   * Degrees as pairs by row, for the map; NaN where a case has no position. The same array until the store changes; its
   * end may be unused.
   */
  lngLat(): Float32Array {
    if (this.#lngLatVersion === this.version) return this.#lngLat;
    this.#lngLatVersion = this.version;
    const { length, lon, lat, id } = this.columns;
    // A fresh array, since the map compares identity to know what to upload.
    this.#lngLat = new Float32Array(id.length * 2);
    for (let row = 0; row < length; row++) {
      const known = lon[row] !== NO_POSITION;
      this.#lngLat[row * 2] = known ? (lon[row] as number) / MICRO_DEGREES : NaN;
      this.#lngLat[row * 2 + 1] = known ? (lat[row] as number) / MICRO_DEGREES : NaN;
    }
    return this.#lngLat;
  }

  /**
   * Hands every change of rows to `read` before the store says that it changed; null: everything is another. For whoever
   * keeps something up case by case. The returned function ends it.
   */
  followRows(read: (delta: CaseDelta | null) => void): () => void {
    this.#rowReaders.add(read);
    return () => {
      this.#rowReaders.delete(read);
    };
  }

  /** Replaces everything. */
  replace(columns: CaseColumns, dataAt: number): void {
    this.#rows.load(columns);
    this.dataAt = dataAt;
    this.loaded = true;
    for (const read of [...this.#rowReaders]) read(null);
    this.changed();
  }

  /** Puts and removes rows. */
  change(delta: CaseDelta, dataAt: number): void {
    this.#rows.apply(delta);
    this.dataAt = Math.max(this.dataAt, dataAt);
    for (const read of [...this.#rowReaders]) read(delta);
    this.changed();
  }
}
