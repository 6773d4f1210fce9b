/** A part of the earth, degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
/** Room kept free inside a box, CSS pixels. */
export type Padding = { top: number; right: number; bottom: number; left: number };
