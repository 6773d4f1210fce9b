/** live: it told of itself lately. silent: it should have, and did not. gone: it said goodbye. never: not heard yet. */
export const SCREEN_LINKS = ['live', 'silent', 'gone', 'never'] as const;
export type ScreenLink = (typeof SCREEN_LINKS)[number];

/** How often a screen tells what it shows, ms. */
export const REPORT_EVERY_MS = 15_000;
/** Two reports may be lost on the way, and what was told is written down a few seconds later. */
const SILENT_AFTER_MS = 2 * REPORT_EVERY_MS + 10_000;

/** How a screen's link stands by what it last told. Instants in epoch ms of the same clock. */
export function linkOf(seen: { seenAt: number; leftAt: number | null } | null, now: number): ScreenLink {
  if (seen === null) return 'never';
  if (seen.leftAt !== null && seen.leftAt >= seen.seenAt) return 'gone';
  return now - seen.seenAt > SILENT_AFTER_MS ? 'silent' : 'live';
}
