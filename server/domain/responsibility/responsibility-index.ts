import { covers } from '../account/scope.ts';
import type { PlaceIndex } from '../place/place-index.ts';
import type { ResponsibilityGrid } from './responsibility-grid.ts';

/**
 * Responsibility grids in use, and which of them each unit grid lies in: four bytes a place, one look-up a question.
 * Unit grids that are no places (any more) are passed over.
 */
export class ResponsibilityIndex {
  /** By code. */
  readonly grids: readonly ResponsibilityGrid[];
  readonly places: PlaceIndex;
  private readonly byCode: ReadonlyMap<string, ResponsibilityGrid>;
  /** By a place's ordinal: position in `grids`, -1 for none. */
  private readonly owners: Int32Array;

  /** Of two that claim one unit grid, the first by code has it. */
  constructor(grids: Iterable<ResponsibilityGrid>, places: PlaceIndex) {
    this.places = places;
    this.owners = new Int32Array(places.places.length).fill(-1);
    this.grids = [...grids]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((grid, at) => ({ ...grid, unitGrids: this.enter(grid, at) }));
    this.byCode = new Map(this.grids.map((grid) => [grid.code, grid]));
  }

  get(code: string): ResponsibilityGrid | null {
    return this.byCode.get(code) ?? null;
  }

  /** The one that a unit grid lies in; null for none, or for what is no unit grid. */
  ofUnitGrid(code: string | null): ResponsibilityGrid | null {
    return code === null ? null : (this.grids[this.ownerAt(this.places.ordinalOf(code))] ?? null);
  }

  /** Position in `grids` of the one that a place (by its ordinal) lies in, -1 for none or for no unit grid. */
  ownerAt(ordinal: number): number {
    return this.owners[ordinal] ?? -1;
  }

  /** Those that have a unit grid in a place, by code; all for the city. */
  within(place: string): ResponsibilityGrid[] {
    return this.grids.filter(({ unitGrids }) => unitGrids.some((code) => covers(place, code)));
  }

  /** Its unit grids that are places and nobody else's, as the place index spells them: no text is held twice. */
  private enter({ unitGrids }: ResponsibilityGrid, at: number): string[] {
    const own: string[] = [];
    for (const code of unitGrids) {
      const ordinal = this.places.ordinalOf(code);
      const place = this.places.places[ordinal];
      if (place?.level !== 'grid' || this.owners[ordinal] !== -1) continue;
      this.owners[ordinal] = at;
      own.push(place.code);
    }
    return own;
  }
}
