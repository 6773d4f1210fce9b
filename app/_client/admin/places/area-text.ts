import { countText } from '../../i18n/numbers.ts';

const KM2 = 1_000_000;

/** An area as one reads it: `9,800 m²`, `4.2 km²`, `1,134 km²`. */
export function areaText(m2: number): string {
  if (m2 < KM2 / 10) return `${countText(Math.round(m2))} m²`;
  return m2 < 100 * KM2 ? `${(m2 / KM2).toFixed(1)} km²` : `${countText(Math.round(m2 / KM2))} km²`;
}
