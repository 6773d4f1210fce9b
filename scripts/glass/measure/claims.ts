import { claimOf, FAMILIES, type Family } from './families.ts';
import { clipped, type Picture } from './picture.ts';
import { grown, type Box } from './boxes.ts';

export type Claim = Family | 'foreign';
/** A spot of a strong colour that nothing there accounts for. */
export type Stray = { claim: Claim; pixels: number; box: Box };

const CELL = 24;
/** Fewer pixels of a cell are the edge of something. */
const LEAST_PIXELS = 8;
/** How far a stroke or a smoothed edge reaches beyond its element's box. */
const EDGE = 3;

const CLAIMS: readonly Claim[] = [...FAMILIES, 'foreign'];
const known = new Int8Array(1 << 18).fill(-2);

/** The claim of a colour by its place in CLAIMS, -1 for none; of four neighbouring values a channel at once. */
function claimAt(red: number, green: number, blue: number): number {
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 32) return -1;
  const key = ((red >> 2) << 12) | ((green >> 2) << 6) | (blue >> 2);
  const found = known[key] ?? -2;
  if (found !== -2) return found;
  const claim = claimOf([(red & ~3) + 2, (green & ~3) + 2, (blue & ~3) + 2]);
  return (known[key] = claim === null ? -1 : CLAIMS.indexOf(claim));
}

/**
 * Spots of strong colour outside of what accounts for them.
 *
 * @param accounted boxes in pixels of the picture, with the families that may stand in each.
 */
export function strays(picture: Picture, accounted: readonly { box: Box; families: readonly Claim[] }[]): Stray[] {
  const { width, height, channels, data } = picture;
  const allowed = new Uint8Array(width * height);
  for (const { box, families } of accounted) {
    const bits = families.reduce((sum, family) => sum | (1 << CLAIMS.indexOf(family)), 0);
    const area = clipped(picture, grown(box, EDGE));
    for (let y = area.y; y < area.y + area.height; y++)
      for (let at = y * width + area.x; at < y * width + area.x + area.width; at++)
        allowed[at] = (allowed[at] ?? 0) | bits;
  }
  const cells = new Map<string, Stray>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const claim = claimAt(data[at * channels] ?? 0, data[at * channels + 1] ?? 0, data[at * channels + 2] ?? 0);
      if (claim < 0 || ((allowed[at] ?? 0) & (1 << claim)) !== 0) continue;
      const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
      const key = `${claim}/${column}/${row}`;
      const box = { x: column * CELL, y: row * CELL, width: CELL, height: CELL };
      const stray = cells.get(key) ?? { claim: CLAIMS[claim] ?? 'foreign', pixels: 0, box };
      stray.pixels += 1;
      cells.set(key, stray);
    }
  }
  return [...cells.values()].filter(({ pixels }) => pixels >= LEAST_PIXELS);
}

/** The mean of the pixels of a family in a box, null where there are none: a shape's colour as it is painted. */
export function paintedIn(picture: Picture, box: Box, family: Family): [number, number, number] | null {
  const { x, y, width, height } = clipped(picture, box);
  const sum = [0, 0, 0];
  let count = 0;
  const wanted = CLAIMS.indexOf(family);
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      const at = (row * picture.width + column) * picture.channels;
      const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3);
      if (claimAt(red, green, blue) !== wanted) continue;
      sum[0] = (sum[0] ?? 0) + red;
      sum[1] = (sum[1] ?? 0) + green;
      sum[2] = (sum[2] ?? 0) + blue;
      count += 1;
    }
  }
  return count === 0 ? null : [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
}
