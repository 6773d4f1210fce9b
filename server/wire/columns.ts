/**
 * Open cases as columns: what the `cases` topic carries and both sides keep. One row an open case; `length` rows are in
 * use. The binary form is in case-frame.ts.
 */
export type CaseColumns = {
  length: number;
  /** Case id, unique. */
  id: Uint32Array;
  /** Degrees × 1e6, WGS-84. A case without a position has both at the minimum Int32. */
  lon: Int32Array;
  lat: Int32Array;
  /** Ordinal in the dictionary's categories, NO_ORDINAL when unknown. */
  category: Uint16Array;
  /** Ordinal in the dictionary's places (a subdistrict, else a district), NO_ORDINAL when outside. */
  place: Uint16Array;
  /** Index in PHASES. */
  phase: Uint8Array;
  /** Bits of CASE_FLAG. */
  flags: Uint8Array;
  /** Epoch seconds; 0 = no clock runs. The sooner of the stage clock's and the whole-case clock's warning, due instant. */
  warnAt: Uint32Array;
  dueAt: Uint32Array;
  /** Epoch seconds. */
  reportedAt: Uint32Array;
};

export const CASE_FLAG = {
  urgent: 1,
  suspended: 2,
  supervised: 4,
  simulated: 8,
  /** An open alert on it has been taken by somebody. */
  taken: 16,
  reworked: 32,
} as const;

export const NO_POSITION = -0x80000000;

/** A change of the columns: rows to put (by id) and ids to remove. */
export type CaseDelta = { put: CaseColumns; removed: Uint32Array };

/**
 * Density of open cases on a fixed lattice, cases per km² × `scale`, clamped to 255. Row 0 is the southernmost, column 0
 * the westernmost; `west`/`south` are the lattice's outer edge in degrees, cells `cellLon` × `cellLat` degrees.
 */
export type HeatRaster = {
  west: number;
  south: number;
  cellLon: number;
  cellLat: number;
  columns: number;
  rows: number;
  scale: number;
  values: Uint8Array;
};

/** The fixed colour domain: lower edges of the six steps, cases per km². The same on every screen, live and in replay. */
export const HEAT_STEPS = [5, 10, 16, 24, 34, 46] as const;

/** Status of a place or grid as counts: open, timed out, in warning, supervised. */
export type PlaceCounts = {
  /** By ordinal of the dictionary's places; a district's row holds its whole sum. */
  open: Uint16Array;
  timedOut: Uint16Array;
  warned: Uint16Array;
  supervised: Uint16Array;
  /** Unit grids with open cases only: code as 15 digits in two numbers, centre, counts. */
  grids: {
    length: number;
    codeHigh: Uint32Array;
    codeLow: Uint32Array;
    lon: Int32Array;
    lat: Int32Array;
    open: Uint16Array;
    timedOut: Uint16Array;
  };
};

/** Teams by ordinal of the latest `roster` body (its `version` must match). Positions in degrees × 1e6. */
export type TeamColumns = {
  rosterVersion: number;
  length: number;
  lon: Int32Array;
  lat: Int32Array;
  /** Degrees clockwise from north / 2 (0–179), 255 = unknown. */
  heading: Uint8Array;
  /** Epoch seconds of the fix by the device; 0 = never heard. */
  fixedAt: Uint32Array;
};
