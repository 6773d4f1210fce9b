import { arcMinutes } from '#domain/wall/unit.ts';

/**
 * The reference pixel of CSS is seen under this angle: 96 to the inch at an arm's length of 28 inches
 * (https://www.w3.org/TR/css-values-4/#reference-pixel). It carries WCAG's "large text", 24 px or 18.66 px where bold,
 * over to a wall.
 */
const REFERENCE_PIXEL_MINUTES = arcMinutes(1 / 96, 28);
const LARGE = 24 * REFERENCE_PIXEL_MINUTES;
const LARGE_BOLD = 18.66 * REFERENCE_PIXEL_MINUTES;
const BOLD_FROM = 700;

/** The least contrast of a text of so many minutes of arc: WCAG 2.2, 1.4.3 (AA). */
export function leastContrast(minutes: number, weight: number): number {
  return minutes >= LARGE || (weight >= BOLD_FROM && minutes >= LARGE_BOLD) ? 3 : 4.5;
}

/** The least contrast of a shape that says something: WCAG 2.2, 1.4.11. */
export const LEAST_SHAPE_CONTRAST = 3;
