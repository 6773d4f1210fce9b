import type { CaseStore } from '../../stores/case-store.ts';

export type CategoryCount = { place: number; open: number; timedOut: number; oldest: number };
export type CategoryView = {
  open: number;
  timedOut: number;
  warned: number;
  oldest: number | null;
  places: CategoryCount[];
};

/**
 * Open cases of a category (by its ordinal) by district: `districtOf` gives a place's district ordinal, -1 outside.
 * `now` in epoch s. One pass over the columns.
 */
export function categoryCounts(
  { columns }: Pick<CaseStore, 'columns'>,
  category: number,
  districtOf: (place: number) => number,
  now: number,
): CategoryView {
  const byPlace = new Map<number, CategoryCount>();
  const view = { open: 0, timedOut: 0, warned: 0, oldest: Infinity };
  for (let row = 0; row < columns.length; row += 1) {
    if (columns.category[row] !== category) continue;
    const place = districtOf(columns.place[row] as number);
    const due = columns.dueAt[row] as number;
    const warn = columns.warnAt[row] as number;
    const reported = columns.reportedAt[row] as number;
    const out = due !== 0 && due <= now;
    view.open += 1;
    view.oldest = Math.min(view.oldest, reported);
    if (out) view.timedOut += 1;
    else if (warn !== 0 && warn <= now) view.warned += 1;
    const count = byPlace.get(place) ?? { place, open: 0, timedOut: 0, oldest: Infinity };
    byPlace.set(place, {
      place,
      open: count.open + 1,
      timedOut: count.timedOut + (out ? 1 : 0),
      oldest: Math.min(count.oldest, reported),
    });
  }
  const places = [...byPlace.values()].sort(
    (one, other) => other.timedOut - one.timedOut || other.open - one.open || one.place - other.place,
  );
  return { ...view, oldest: view.open === 0 ? null : view.oldest, places };
}
