import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { ResponsibilityIndex } from '#domain/responsibility/responsibility-index.ts';

/** The responsibility grids in use, in memory, over the unit grids of now. */
export class ResponsibilityBook {
  readonly #read: () => Promise<readonly ResponsibilityGrid[]>;
  readonly #places: () => PlaceIndex;
  #grids: readonly ResponsibilityGrid[] = [];
  #index: ResponsibilityIndex;

  /** Empty until the first `refresh`. @param read rejects with StoreUnavailable. */
  constructor(read: () => Promise<readonly ResponsibilityGrid[]>, places: () => PlaceIndex) {
    this.#read = read;
    this.#places = places;
    this.#index = new ResponsibilityIndex([], places());
  }

  /** Takes up what is stored. */
  async refresh(): Promise<void> {
    this.#grids = await this.#read();
    this.#index = new ResponsibilityIndex(this.#grids, this.#places());
  }

  /** Built anew, in some ten milliseconds, where unit grids have come since. */
  current(): ResponsibilityIndex {
    const places = this.#places();
    if (this.#index.places !== places) this.#index = new ResponsibilityIndex(this.#grids, places);
    return this.#index;
  }
}
