import type { Bounds, Padding } from './bounds.ts';
import type { View } from './camera.ts';
import type { MapLibreMap } from './maplibre.ts';

const FLIGHT_MS = 1_200;

/** Shows `bounds` whole: at once the first time or where motion is not wanted, else in a flight of at most 1.2 s. */
export function frame(map: MapLibreMap, bounds: Bounds, padding: Padding, fly: boolean): void {
  const [west, south, east, north] = bounds;
  const still = !fly || matchMedia('(prefers-reduced-motion: reduce)').matches;
  map.fitBounds([west, south, east, north], {
    padding,
    duration: still ? 0 : FLIGHT_MS,
    linear: true,
    easing: (share) => 1 - (1 - share) ** 3,
  });
}

/** A round length for a scale bar of at most `mostPixels`: metres and its pixels. */
export function scaleBar(view: Pick<View, 'metresPerPixel'>, mostPixels: number): { metres: number; pixels: number } {
  const most = view.metresPerPixel * mostPixels;
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((digit) => digit * magnitude).find((length) => length <= most) ?? magnitude;
  return { metres, pixels: metres / view.metresPerPixel };
}
