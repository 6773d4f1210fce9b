import type { CaseColumns, CaseDelta } from './columns.ts';

/** Empty columns with room for `capacity` rows. */
export function createCaseColumns(capacity: number): CaseColumns {
  return {
    length: 0,
    id: new Uint32Array(capacity),
    lon: new Int32Array(capacity),
    lat: new Int32Array(capacity),
    category: new Uint16Array(capacity),
    place: new Uint16Array(capacity),
    phase: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    warnAt: new Uint32Array(capacity),
    dueAt: new Uint32Array(capacity),
    reportedAt: new Uint32Array(capacity),
  };
}

/** Copies one row over another, within or between columns. */
export function copyCaseRow(from: CaseColumns, fromRow: number, to: CaseColumns, toRow: number): void {
  to.id[toRow] = from.id[fromRow] as number;
  to.lon[toRow] = from.lon[fromRow] as number;
  to.lat[toRow] = from.lat[fromRow] as number;
  to.category[toRow] = from.category[fromRow] as number;
  to.place[toRow] = from.place[fromRow] as number;
  to.phase[toRow] = from.phase[fromRow] as number;
  to.flags[toRow] = from.flags[fromRow] as number;
  to.warnAt[toRow] = from.warnAt[fromRow] as number;
  to.dueAt[toRow] = from.dueAt[fromRow] as number;
  to.reportedAt[toRow] = from.reportedAt[fromRow] as number;
}

/** The same rows in columns with more room. */
export function growCaseColumns(columns: CaseColumns, capacity: number): CaseColumns {
  const grown = createCaseColumns(capacity);
  grown.length = columns.length;
  grown.id.set(columns.id.subarray(0, columns.length));
  grown.lon.set(columns.lon.subarray(0, columns.length));
  grown.lat.set(columns.lat.subarray(0, columns.length));
  grown.category.set(columns.category.subarray(0, columns.length));
  grown.place.set(columns.place.subarray(0, columns.length));
  grown.phase.set(columns.phase.subarray(0, columns.length));
  grown.flags.set(columns.flags.subarray(0, columns.length));
  grown.warnAt.set(columns.warnAt.subarray(0, columns.length));
  grown.dueAt.set(columns.dueAt.subarray(0, columns.length));
  grown.reportedAt.set(columns.reportedAt.subarray(0, columns.length));
  return grown;
}

/**
 * Case columns that are kept: rows are dense (a removed row is filled by the last one), found by id. The server's table
 * and a client's store hold their rows in this, so both sides apply a delta in the same way.
 */
export class CaseRows {
  columns: CaseColumns;
  private readonly rowById = new Map<number, number>();

  constructor(capacity = 1024) {
    this.columns = createCaseColumns(capacity);
  }

  get length(): number {
    return this.columns.length;
  }

  /** Row of a case, or -1. */
  rowOf(id: number): number {
    return this.rowById.get(id) ?? -1;
  }

  /** The row to write a case into: its own, or a new one at the end. Views taken of `columns` before may be outgrown. */
  ensureRow(id: number): number {
    const known = this.rowById.get(id);
    if (known !== undefined) return known;
    const row = this.columns.length;
    if (row === this.columns.id.length) this.columns = growCaseColumns(this.columns, Math.max(64, row * 2));
    this.columns.length = row + 1;
    this.columns.id[row] = id;
    this.rowById.set(id, row);
    return row;
  }

  /** Removes a case; the last row moves into its place. Returns the row that was freed, or -1. */
  remove(id: number): number {
    const row = this.rowById.get(id);
    if (row === undefined) return -1;
    const last = this.columns.length - 1;
    if (row !== last) {
      copyCaseRow(this.columns, last, this.columns, row);
      this.rowById.set(this.columns.id[row] as number, row);
    }
    this.rowById.delete(id);
    this.columns.length = last;
    return row;
  }

  /** Replaces everything by a snapshot. */
  load(snapshot: CaseColumns): void {
    this.columns = growCaseColumns(snapshot, Math.max(1024, Math.ceil(snapshot.length * 1.25)));
    this.rowById.clear();
    for (let row = 0; row < snapshot.length; row++) this.rowById.set(snapshot.id[row] as number, row);
  }

  apply({ put, removed }: CaseDelta): void {
    for (const id of removed) this.remove(id);
    for (let row = 0; row < put.length; row++) {
      const target = this.ensureRow(put.id[row] as number);
      copyCaseRow(put, row, this.columns, target);
    }
  }
}
