/** States that have a shape: about to run out, out of time, out of time and supervised. */
export type ShapeKind = 'warn' | 'out' | 'sup';

/** Outlines around the origin for a size of 1. */
export const SHAPE_PATH: Readonly<Record<ShapeKind, string>> = {
  warn: 'M0 -.52L.54 .42L-.54 .42Z',
  out: 'M0 -.6L.6 0L0 .6L-.6 0Z',
  sup: 'M-.46 -.46H.46V.46H-.46Z',
};

/** The outer ring of one that nobody has taken. */
export const SHAPE_RING: Readonly<Record<ShapeKind, string>> = {
  warn: 'M0 -.74L.78 .58L-.78 .58Z',
  out: 'M0 -.8L.8 0L0 .8L-.8 0Z',
  sup: 'M-.66 -.66H.66V.66H-.66Z',
};
