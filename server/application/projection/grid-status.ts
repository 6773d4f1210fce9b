import { NO_POSITION, type PlaceCounts } from '#wire/columns.ts';
import { splitGridCode } from '#wire/place-frame.ts';
import { LAMP, type CaseChange, type CaseFacts } from './case-table.ts';
import type { ScopePlaces } from './place-scope.ts';

type GridRow = { high: number; low: number; place: number; lon: number; lat: number; open: number; timedOut: number };

/** Centre of a unit grid in degrees, null for one that is not known. */
export type GridCentre = (code: string) => { lon: number; lat: number } | null;

/** Open and timed-out cases by unit grid; only grids with open cases are kept. */
export class GridStatus {
  private readonly grids = new Map<string, GridRow>();
  private readonly centreOf: GridCentre;

  constructor(centreOf: GridCentre) {
    this.centreOf = centreOf;
  }

  change({ before, after }: CaseChange): void {
    if (before) this.count(before, -1);
    if (after) this.count(after, 1);
  }

  of(scope: ScopePlaces): PlaceCounts['grids'] {
    const rows = [...this.grids.values()].filter(({ place }) => scope.has(place));
    return {
      length: rows.length,
      codeHigh: Uint32Array.from(rows, ({ high }) => high),
      codeLow: Uint32Array.from(rows, ({ low }) => low),
      lon: Int32Array.from(rows, ({ lon }) => lon),
      lat: Int32Array.from(rows, ({ lat }) => lat),
      open: Uint16Array.from(rows, ({ open }) => Math.min(open, 0xffff)),
      timedOut: Uint16Array.from(rows, ({ timedOut }) => Math.min(timedOut, 0xffff)),
    };
  }

  private count(facts: CaseFacts, sign: 1 | -1): void {
    if (facts.grid === null) return;
    const grid = this.grids.get(facts.grid) ?? this.open(facts.grid, facts);
    if (!grid) return;
    grid.open += sign;
    if (facts.lamp === LAMP.red) grid.timedOut += sign;
    if (grid.open === 0) this.grids.delete(facts.grid);
  }

  private open(code: string, { place, lon, lat }: CaseFacts): GridRow | null {
    const parts = splitGridCode(code);
    if (!parts) return null;
    const centre = this.centreOf(code);
    // A grid that the place index does not know is shown where its first case lies.
    const at = centre ? { lon: Math.round(centre.lon * 1e6), lat: Math.round(centre.lat * 1e6) } : { lon, lat };
    if (at.lon === NO_POSITION) return null;
    const row: GridRow = { ...parts, place, ...at, open: 0, timedOut: 0 };
    this.grids.set(code, row);
    return row;
  }
}
