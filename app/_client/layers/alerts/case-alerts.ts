import type { CaseColumns } from '#wire/columns.ts';

export const DUE_SOON_S = 15 * 60;

/** Cases on the map that have a small shape of their own, as pairs of degrees. */
export type CaseAlerts = { dueSoon: Float32Array; timedOut: Float32Array };

/**
 * Positions of cases whose stage clock ends within 15 minutes after `now` (epoch s), and of those past it that are not
 * in `numbered` (they have a numbered shape already). Cases without a position or clock, and suspended ones, have none.
 * `category`: the ordinal of the only one that counts; null for all.
 */
export function caseAlerts(
  columns: CaseColumns,
  lngLat: Float32Array,
  now: number,
  { numbered, category }: { numbered: ReadonlySet<number>; category: number | null },
): CaseAlerts {
  const soon: number[] = [];
  const over: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    if (category !== null && columns.category[row] !== category) continue;
    const due = columns.dueAt[row] as number;
    const lon = lngLat[row * 2] as number;
    if (due === 0 || due > now + DUE_SOON_S || Number.isNaN(lon)) continue;
    if (due > now) soon.push(lon, lngLat[row * 2 + 1] as number);
    else if (!numbered.has(columns.id[row] as number)) over.push(lon, lngLat[row * 2 + 1] as number);
  }
  return { dueSoon: Float32Array.from(soon), timedOut: Float32Array.from(over) };
}
