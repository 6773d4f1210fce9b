/** A rectangle on the wall, in millimetres from the wall's top left corner. */
export type Rect = { x: number; y: number; width: number; height: number };

/** How a screen hangs: turned clockwise by this many degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/**
 * One screen of a wall: the rectangle of its lit area as it hangs (after turning), and its pixels as its own computer
 * counts them (before turning). Bezels are whatever lies between two lit areas.
 */
export type Screen = Rect & { id: string; pixels: { width: number; height: number }; rotation: Rotation };

/** What hangs in one room and shows one picture. Lengths in millimetres. */
export type Wall = {
  id: string;
  names: { zh: string; en: string };
  /** Code of the place whose data the wall shows. */
  scope: string;
  /** From the eye to the glass. */
  viewingDistance: number;
  screens: readonly Screen[];
};

export const MOST_SCREENS = 24;

/** The smallest rectangle around all of them. */
export function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether two rectangles share more than a border, the tolerance (mm) of a measuring tape apart. */
export function overlap(one: Rect, other: Rect, tolerance = 0.5): boolean {
  return (
    one.x + one.width > other.x + tolerance &&
    other.x + other.width > one.x + tolerance &&
    one.y + one.height > other.y + tolerance &&
    other.y + other.height > one.y + tolerance
  );
}

/** Pixels of a screen along the wall's own axes, after turning. */
export function hungPixels({ pixels, rotation }: Screen): { width: number; height: number } {
  return rotation % 180 === 0 ? pixels : { width: pixels.height, height: pixels.width };
}

/** The wall that these screens alone make: what a part of a wall shows while something else stands on the rest. */
export function partOf(wall: Wall, screens: readonly string[]): Wall {
  return { ...wall, screens: wall.screens.filter(({ id }) => screens.includes(id)) };
}
