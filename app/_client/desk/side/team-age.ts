/** A team's position counts as late past this age, and as silent past the other; both are drawn dashed. */
export const LATE_AFTER_MS = 120_000;
export const SILENT_AFTER_MS = 600_000;

export type TeamAge = 'fresh' | 'late' | 'silent';

/** How old a position is at an instant (both epoch ms). */
export function teamAge(fixedAt: number, now: number): TeamAge {
  const age = now - fixedAt;
  if (age <= LATE_AFTER_MS) return 'fresh';
  return age <= SILENT_AFTER_MS ? 'late' : 'silent';
}
