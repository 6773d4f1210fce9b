import { boundsOf, type Wall } from './wall.ts';

/** Smallest text of a panel, in u; the design's own rule. */
export const SMALLEST_TEXT = 1.8;
/** A text shorter than this in the eye is a breach, shorter than the second is doubtful; minutes of arc. */
export const LEAST_ARC = 16;
export const GOOD_ARC = 20;

/** How tall a length looks from a distance of the same unit, in minutes of arc. */
export function arcMinutes(length: number, distance: number): number {
  return 2 * Math.atan(length / 2 / distance) * (180 / Math.PI) * 60;
}

/** The length that looks `arc` minutes tall from `distance`. */
export function lengthOfArc(arc: number, distance: number): number {
  return 2 * distance * Math.tan((arc / 60 / 2) * (Math.PI / 180));
}

/** How tall a wall's smallest text looks from where people stand, minutes of arc. */
export function smallestArc(wall: Wall): number {
  return arcMinutes(unitOf(wall) * SMALLEST_TEXT, wall.viewingDistance);
}

/** Text a little over the least, so that rounding to pixels does not undercut it. */
const WANTED_ARC = 16.5;
/** One row of screens is at most this many u high. */
const MOST_HIGH = 108;
/** What a layout needs at least, in u: of the whole wall, and of its narrowest screen. */
const LEAST = { high: 64, wide: 150, screenWide: 50 };

/**
 * The wall's unit u in millimetres: type is sized by it. It follows from the viewing distance, so that the smallest text
 * can be read; never smaller than 1/108 of a single row of screens would be, never so large that a layout has no room.
 */
export function unitOf(wall: Wall): number {
  const row = Math.min(...wall.screens.map(({ height }) => height));
  const readable = lengthOfArc(WANTED_ARC, wall.viewingDistance) / SMALLEST_TEXT;
  return Math.min(Math.max(readable, row / MOST_HIGH), mostUnit(wall));
}

/** The largest unit with which a layout still has room on the wall, mm: a wall too small for its room stays under it. */
export function mostUnit({ screens }: Wall): number {
  const { width, height } = boundsOf(screens);
  const screen = Math.min(...screens.map((each) => each.width));
  // An upright screen has its panels over one another.
  if (screens.length === 1 && height > width) return Math.min(height / LEAST.wide, width / LEAST.high);
  return Math.min(height / LEAST.high, width / LEAST.wide, screen / LEAST.screenWide);
}

/** The distance from which a wall one screen high reads as the design was drawn: its smallest text at the least arc. */
export function usualDistance(height: number): number {
  const smallest = (height / MOST_HIGH) * SMALLEST_TEXT;
  return smallest / (2 * Math.tan((WANTED_ARC / 60 / 2) * (Math.PI / 180)));
}
