import type { DueThen, OpenThen } from './day-history.ts';
import type { PlaceOrdinals, ScopePlaces } from './place-scope.ts';

/** With fewer days than this at hand nothing is called usual. */
const FEWEST_DAYS = 4;

/** Open cases a day and a week ago and what fell due within an hour at this time of like days. Nothing known gives null. */
export class PastCounts {
  private readonly places: PlaceOrdinals;
  private yesterday: readonly OpenThen[] = [];
  private weekAgo: readonly OpenThen[] = [];
  private dueThen: readonly (readonly DueThen[])[] = [];

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  /** `dueThen`: one list for each like day. */
  load(yesterday: readonly OpenThen[], weekAgo: readonly OpenThen[], dueThen: readonly (readonly DueThen[])[]): void {
    this.yesterday = yesterday;
    this.weekAgo = weekAgo;
    this.dueThen = dueThen;
  }

  /** 10th to 90th percentile of what fell due within an hour at this time of like days. */
  dueUsual(scope: ScopePlaces): [number, number] | null {
    if (this.dueThen.length < FEWEST_DAYS) return null;
    const counts = this.dueThen
      .map((rows) => rows.reduce((sum, { placeCode, due }) => sum + (this.isIn(placeCode, scope) ? due : 0), 0))
      .sort((left, right) => left - right);
    return [percentile(counts, 0.1), percentile(counts, 0.9)];
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
      if (this.isIn(placeCode, scope)) sum += open;
    }
    return sum;
  }

  private isIn(placeCode: string | null, scope: ScopePlaces): boolean {
    return scope.isCity || scope.has(this.places.ordinalOf(placeCode));
  }
}

/** Between the two nearest of a sorted list, to a whole number. */
function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return Math.round(below + (above - below) * (at - Math.floor(at)));
}
