/** Fewer open cases a week ago than this make a share that says nothing, such as +9,950 %. */
const LEAST_BEFORE = 20;

/** Change of the open cases against a week ago, whole percent; null where there is nothing to hold them against. */
export function weekChange(open: number, openWeekAgo: number | null): number | null {
  if (openWeekAgo === null || openWeekAgo < LEAST_BEFORE) return null;
  return Math.round((open / openWeekAgo - 1) * 100);
}
