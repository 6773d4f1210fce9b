import { HEAT_NAMES, PALETTE } from '../../theme/palette.ts';

/** Lower bounds of the shares that a map tells apart, the largest first. */
export const BANDS = [0.8, 0.6, 0.4, 0.2, 0] as const;

/** A share's colour on a map: the less was seen, the lighter, below every alarm colour. Null where there is no share. */
export function shareColour(share: number | null | undefined): string | null {
  if (share == null) return null;
  const band = BANDS.findIndex((from) => share >= from);
  return PALETTE[HEAT_NAMES[Math.max(0, band) + 1] ?? 'heat6'];
}
