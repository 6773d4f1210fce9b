import type { Level } from '../place.ts';

/**
 * One feature of a map file as its reader hands it over: coordinates in degrees as written, not yet checked, in the
 * datum that was declared for the file.
 */
export type IncomingFeature = {
  /** Its number in the file, from 1. */
  line: number;
  properties: Readonly<Record<string, unknown>>;
  /** GeoJSON geometry or null; checked by `outlineOfFeature`. */
  geometry: unknown;
};

/** Levels that a city brings outlines of. */
export const INCOMING_LEVELS = ['district', 'subdistrict', 'community', 'grid'] as const satisfies Level[];
export type IncomingLevel = (typeof INCOMING_LEVELS)[number];

export const PROBLEM_KINDS = [
  'no-code',
  'bad-code',
  'repeated-code',
  'no-name',
  'wrong-parent',
  'outside-parent',
  'unknown-parent',
  'no-outline',
  'invalid-ring',
  'unclosed-ring',
  'self-intersection',
  'swapped-axes',
  'not-degrees',
  'far-away',
  'other-datum',
  'gap',
  'overlap',
  'not-checked',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Something wrong with incoming outlines. One that `refuses` keeps its feature (or the file) from being taken in. */
export type PlaceProblem = {
  kind: ProblemKind;
  /** Codes of the places it is about: for a gap those around it, for a wrong parent the child, its parent, the true one. */
  codes: string[];
  areaM2: number | null;
  /** Degrees, WGS-84. */
  at: [number, number] | null;
  /** Number of the feature from 1; null: more than one, or the file. */
  line: number | null;
  field: string | null;
  reason: string;
  hint: string;
  refuses: boolean;
  /** Its ground, rings of [lon, lat] in degrees, where it has any. */
  outline: number[][][] | null;
};
