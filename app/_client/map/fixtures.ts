import type { Box } from './label-placement.ts';

/** Height of a map's title with what stands below it, in u. */
export const TITLE_UNITS = 6.5;

/** Boxes (px) of the title, the simulated mark and the scale, which stand before whatever is on the map. */
export function fixtures(width: number, height: number, u: number): Box[] {
  return [
    { left: 0, top: 0, right: Math.min(46 * u, width * 0.6), bottom: TITLE_UNITS * u },
    { left: width - 18 * u, top: 0, right: width, bottom: 5 * u },
    { left: width - 22 * u, top: height - 4.5 * u, right: width, bottom: height },
  ];
}
