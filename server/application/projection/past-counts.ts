import type { OpenThen } from './day-history.ts';
import type { PlaceOrdinals, ScopePlaces } from './place-scope.ts';

/** Open cases as they were a day and a week ago, for "more or fewer than then". Nothing known gives null. */
export class PastCounts {
  private readonly places: PlaceOrdinals;
  private yesterday: readonly OpenThen[] = [];
  private weekAgo: readonly OpenThen[] = [];

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  load(yesterday: readonly OpenThen[], weekAgo: readonly OpenThen[]): void {
    this.yesterday = yesterday;
    this.weekAgo = weekAgo;
  }

  openYesterday(scope: ScopePlaces): number | null {
    return this.sum(this.yesterday, scope);
  }

  categoryWeekAgo(scope: ScopePlaces, key: string): number | null {
    return this.weekAgo.length === 0 ? null : (this.sum(this.weekAgo, scope, key) ?? 0);
  }

  private sum(rows: readonly OpenThen[], scope: ScopePlaces, key?: string): number | null {
    if (rows.length === 0) return null;
    let sum = 0;
    for (const { placeCode, categoryKey, open } of rows) {
      if (key !== undefined && categoryKey !== key) continue;
      if (scope.isCity || scope.has(this.places.ordinalOf(placeCode))) sum += open;
    }
    return sum;
  }
}
