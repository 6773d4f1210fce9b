import { PALETTE } from '#client/theme/palette.ts';
import { oklch, rgbOf, type Rgb } from './colour.ts';

/** Colours that mean something on a wall. */
export const FAMILIES = ['amber', 'red', 'magenta', 'cyan'] as const;
export type Family = (typeof FAMILIES)[number];

/** Less chroma than this claims no state: the palette's ink and the waters' blue stay below it (a test holds them to it). */
const CLAIMS_FROM = 0.08;
/** A hue that no state has is foreign from here: the highest step of heat, which is none, lies just below. */
const FOREIGN_FROM = 0.115;

const HUES = FAMILIES.map((family) => ({ family, hue: oklch(rgbOf(PALETTE[family])).hue }));
/** Half the room that a family has around its token's hue: antialiasing on cold ground bends it by some degrees. */
const HUE_ROOM = 24;

/**
 * What a painted colour claims: a family of the palette, 'foreign' for a strong colour that is none of them, null for
 * one that says nothing.
 */
export function claimOf(rgb: Rgb): Family | 'foreign' | null {
  const { chroma, hue } = oklch(rgb);
  if (chroma < CLAIMS_FROM) return null;
  const near = HUES.find((one) => Math.abs(((hue - one.hue + 540) % 360) - 180) <= HUE_ROOM);
  return near?.family ?? (chroma < FOREIGN_FROM ? null : 'foreign');
}
