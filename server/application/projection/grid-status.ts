import type { PlaceCounts } from '#wire/columns.ts';
import { splitGridCode } from '#wire/place-frame.ts';
import { LAMP, type CaseChange, type CaseFacts } from './case-table.ts';
import type { ScopePlaces } from './place-scope.ts';

/** Centre of a unit grid in degrees, null for one that is not known. */
export type GridCentre = (code: string) => { lon: number; lat: number } | null;

type GridColumns = {
  high: Uint32Array;
  low: Uint32Array;
  lon: Int32Array;
  lat: Int32Array;
  place: Uint16Array;
  open: Int32Array;
  timedOut: Int32Array;
};

/** Open and timed-out cases by unit grid; only grids with open cases are kept, in dense rows. */
export class GridStatus {
  private readonly centreOf: GridCentre;
  private readonly rowByCode = new Map<string, number>();
  private readonly codes: string[] = [];
  private columns = createColumns(1024);

  constructor(centreOf: GridCentre) {
    this.centreOf = centreOf;
  }

  change({ before, after }: CaseChange): void {
    if (before && after && before.grid === after.grid && before.lamp === after.lamp) return;
    if (before) this.count(before, -1);
    if (after) this.count(after, 1);
  }

  of(scope: ScopePlaces): PlaceCounts['grids'] {
    const { columns } = this;
    const rows = new Uint32Array(this.codes.length);
    let length = 0;
    for (let row = 0; row < this.codes.length; row++) {
      if (scope.isCity || scope.has(columns.place[row] as number)) rows[length++] = row;
    }
    const grids: PlaceCounts['grids'] = {
      length,
      codeHigh: new Uint32Array(length),
      codeLow: new Uint32Array(length),
      lon: new Int32Array(length),
      lat: new Int32Array(length),
      open: new Uint16Array(length),
      timedOut: new Uint16Array(length),
    };
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number;
      grids.codeHigh[at] = columns.high[row] as number;
      grids.codeLow[at] = columns.low[row] as number;
      grids.lon[at] = columns.lon[row] as number;
      grids.lat[at] = columns.lat[row] as number;
      grids.open[at] = Math.min(columns.open[row] as number, 0xffff);
      grids.timedOut[at] = Math.min(columns.timedOut[row] as number, 0xffff);
    }
    return grids;
  }

  private count(facts: CaseFacts, sign: 1 | -1): void {
    if (facts.grid === null) return;
    const row = this.rowByCode.get(facts.grid) ?? this.open(facts.grid, facts);
    if (row === null) return;
    const { open, timedOut } = this.columns;
    open[row] = (open[row] as number) + sign;
    if (facts.lamp === LAMP.red) timedOut[row] = (timedOut[row] as number) + sign;
    if (open[row] === 0) this.close(facts.grid, row);
  }

  private open(code: string, { place, lon, lat }: CaseFacts): number | null {
    const parts = splitGridCode(code);
    if (!parts) return null;
    const centre = this.centreOf(code);
    const row = this.codes.length;
    if (row === this.columns.open.length) this.columns = grown(this.columns);
    const { columns } = this;
    columns.high[row] = parts.high;
    columns.low[row] = parts.low;
    // A grid that the place index does not know is shown where its first case lies.
    columns.lon[row] = centre ? Math.round(centre.lon * 1e6) : lon;
    columns.lat[row] = centre ? Math.round(centre.lat * 1e6) : lat;
    columns.place[row] = place;
    columns.open[row] = 0;
    columns.timedOut[row] = 0;
    this.codes.push(code);
    this.rowByCode.set(code, row);
    return row;
  }

  /** The last row takes the place of an empty one. */
  private close(code: string, row: number): void {
    this.rowByCode.delete(code);
    const moved = this.codes.pop() as string;
    const last = this.codes.length;
    if (row === last) return;
    for (const column of Object.values(this.columns)) column[row] = column[last] as number;
    this.codes[row] = moved;
    this.rowByCode.set(moved, row);
  }
}

function createColumns(capacity: number): GridColumns {
  return {
    high: new Uint32Array(capacity),
    low: new Uint32Array(capacity),
    lon: new Int32Array(capacity),
    lat: new Int32Array(capacity),
    place: new Uint16Array(capacity),
    open: new Int32Array(capacity),
    timedOut: new Int32Array(capacity),
  };
}

function grown(columns: GridColumns): GridColumns {
  const wider = createColumns(columns.open.length * 2);
  for (const key of Object.keys(columns) as (keyof GridColumns)[]) wider[key].set(columns[key]);
  return wider;
}
