import { latOf, lonOf, worldX, worldY } from './mercator.ts';
import type { Look } from './look.ts';

/** The longest that a flight takes. */
export const FLIGHT_MS = 1_200;

/** A flight between two looks that begins at a server instant (epoch ms): every screen that knows it flies as one. */
export type Flight = { from: Look; to: Look; startsAt: number };

/**
 * Where a flight is at a server instant: a pure function, so that screens agree without telling each other. Eases out;
 * the zoom goes evenly and the one spot that lies still between both looks stays where it is.
 */
export function flightAt({ from, to, startsAt }: Flight, now: number): Look {
  const share = (now - startsAt) / FLIGHT_MS;
  if (share <= 0) return from;
  if (share >= 1) return to;
  const eased = 1 - (1 - share) ** 3;
  const rise = to.zoom - from.zoom;
  const gone = Math.abs(rise) < 1e-6 ? eased : (1 - 2 ** (-rise * eased)) / (1 - 2 ** -rise);
  const between = (a: number, b: number): number => a + (b - a) * gone;
  return {
    lon: lonOf(between(worldX(from.lon), worldX(to.lon))),
    lat: latOf(between(worldY(from.lat), worldY(to.lat))),
    zoom: from.zoom + rise * eased,
  };
}

export function hasLanded({ startsAt }: Flight, now: number): boolean {
  return now >= startsAt + FLIGHT_MS;
}
