import type { Bounds, Padding } from './bounds.ts';
import { latOf, lonOf, TILE_PX, worldX, worldY } from './mercator.ts';

/** Where a map looks: the degrees in the middle of its box, and MapLibre's zoom (512 px tiles). North is up, always. */
export type Look = { lon: number; lat: number; zoom: number };

export type Size = { width: number; height: number };
export type Rectangle = Size & { x: number; y: number };

/** As near as a map ever goes, and as far. */
export const MOST_ZOOM = 19;
const LEAST_ZOOM = 3;

/** The look that shows `bounds` whole and as large as fits a box of `size` px, `padding` px kept free at its edges. */
export function lookAt([west, south, east, north]: Bounds, size: Size, padding: Padding): Look {
  const [left, right, top, bottom] = [worldX(west), worldX(east), worldY(north), worldY(south)];
  const across = Math.max(1, size.width - padding.left - padding.right);
  const down = Math.max(1, size.height - padding.top - padding.bottom);
  // A box of no extent is looked at as near as a map goes.
  const scale = Math.min(across / Math.max(1e-12, right - left), down / Math.max(1e-12, bottom - top));
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, Math.log2(scale / TILE_PX)));
  const worldPx = TILE_PX * 2 ** zoom;
  return {
    lon: lonOf((left + right) / 2 + (padding.right - padding.left) / 2 / worldPx),
    lat: latOf((top + bottom) / 2 + (padding.bottom - padding.top) / 2 / worldPx),
    zoom,
  };
}

/**
 * The look of one part of a box whose whole looks as `look`: the same zoom about the part's own middle, so that a place
 * lies in the part where it lies in the whole, less the part's offset.
 */
export function lookOfPart(look: Look, whole: Size, part: Rectangle): Look {
  const worldPx = TILE_PX * 2 ** look.zoom;
  return {
    lon: lonOf(worldX(look.lon) + (part.x + part.width / 2 - whole.width / 2) / worldPx),
    lat: latOf(worldY(look.lat) + (part.y + part.height / 2 - whole.height / 2) / worldPx),
    zoom: look.zoom,
  };
}

/** Whether two looks differ by less than anybody could see in a box of some thousand pixels. */
export function sameLook(a: Look, b: Look): boolean {
  const worldPx = TILE_PX * 2 ** a.zoom;
  const apart = Math.hypot(worldX(a.lon) - worldX(b.lon), worldY(a.lat) - worldY(b.lat)) * worldPx;
  return apart < 0.05 && Math.abs(a.zoom - b.zoom) < 1e-5;
}
