import { HEAT_STEPS, type PlaceCounts } from '#wire/columns.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { PlaceFigure } from '#wire/figures.ts';

/** A rate this far under its target is far below it. */
const FAR = 0.1;

/** Districts, or whatever the figures are of, whose on-time rate is under its target, and far under it. */
export function lowPlaces(places: readonly Pick<PlaceFigure, 'code' | 'onTime'>[]): { low: string[]; far: string[] } {
  const low: string[] = [];
  const far: string[] = [];
  for (const { code, onTime } of places) {
    if (onTime.rate === null || onTime.rate >= onTime.target) continue;
    (onTime.rate < onTime.target - FAR ? far : low).push(code);
  }
  return { low, far };
}

/** Step of the heat's own colour domain (1 to 6, 0 = below the first) of each place of a level, by open cases per km². */
export function loadSteps(
  counts: PlaceCounts,
  places: Dictionary['places'],
  level: 'district' | 'subdistrict',
): Map<string, { load: number }> {
  const steps = new Map<string, { load: number }>();
  places.forEach((place, ordinal) => {
    if (place.level !== level || !(place.areaM2 > 0)) return;
    const density = ((counts.open[ordinal] ?? 0) * 1e6) / place.areaM2;
    steps.set(place.code, { load: HEAT_STEPS.filter((edge) => density >= edge).length });
  });
  return steps;
}
