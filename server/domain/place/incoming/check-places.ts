import type { Datum } from '../datum.ts';
import { checkGround, type Seams } from './check-ground.ts';
import { checkTogether, otherDatum, type KnownOutline } from './check-together.ts';
import {
  PROBLEM_KINDS,
  type IncomingFeature,
  type IncomingLevel,
  type PlaceProblem,
  type ProblemKind,
} from './feature.ts';
import { findFields, type PlaceFields } from './fields.ts';
import { readPlaces, type ReadPlace } from './read-places.ts';

export type CheckOptions = {
  level: IncomingLevel;
  datum: Datum;
  /** Code that all places must lie under, such as 110000; null: what most of the file says. */
  ancestor: string | null;
  codeField: string | null;
  nameField: string | null;
  /** Smaller gaps and overlaps are seams, counted and not listed; null: the level's own. Square metres. */
  toleranceM2: number | null;
  /** Outlines known already: of the level above, and of the same places as they were. */
  known: readonly KnownOutline[];
};

export type PlacesCheck = {
  fields: PlaceFields;
  toleranceM2: number;
  /** Places that can be taken in, in the file's order. */
  accepted: ReadPlace[];
  rejected: ReadPlace[];
  /** Refusing ones first, then by kind, the largest first. */
  problems: PlaceProblem[];
  /** How many of each kind that occurs, with the area of those that have one, and the seams. */
  kinds: Partial<Record<ProblemKind, { count: number; areaM2: number }>>;
  seams: Seams;
};

/** What rounding and quantised borders leave between neighbours, by level. */
const TOLERANCE_M2: Record<IncomingLevel, number> = { district: 100, subdistrict: 100, community: 10, grid: 10 };

/** Reads incoming outlines and finds everything that is wrong with them. Pure; a city's 60 000 grids take seconds. */
export function checkPlaces(features: readonly IncomingFeature[], options: CheckOptions): PlacesCheck {
  const { level, datum, ancestor, known } = options;
  const fields = findFields(features, level, { code: options.codeField, name: options.nameField });
  const places = readPlaces(features, level, datum, fields);
  const together = checkTogether(places, level, ancestor);
  const toleranceM2 = options.toleranceM2 ?? TOLERANCE_M2[level];
  const ground = checkGround(places, known, toleranceM2);
  const problems = [
    ...places.flatMap((place) => place.problems),
    ...together,
    ...otherDatum(places, known),
    ...ground.problems,
  ];
  const refused = new Set(problems.flatMap(({ refuses, line }) => (refuses && line !== null ? [line] : [])));
  problems.sort(byWeight);
  return {
    fields,
    toleranceM2,
    accepted: places.filter(({ line }) => !refused.has(line)),
    rejected: places.filter(({ line }) => refused.has(line)),
    problems,
    kinds: countKinds(problems),
    seams: ground.seams,
  };
}

function byWeight(a: PlaceProblem, b: PlaceProblem): number {
  if (a.refuses !== b.refuses) return a.refuses ? -1 : 1;
  const kinds = PROBLEM_KINDS.indexOf(a.kind) - PROBLEM_KINDS.indexOf(b.kind);
  return kinds !== 0 ? kinds : (b.areaM2 ?? 0) - (a.areaM2 ?? 0);
}

function countKinds(problems: readonly PlaceProblem[]): PlacesCheck['kinds'] {
  const kinds: PlacesCheck['kinds'] = {};
  for (const { kind, areaM2 } of problems) {
    const known = (kinds[kind] ??= { count: 0, areaM2: 0 });
    known.count++;
    known.areaM2 += areaM2 ?? 0;
  }
  return kinds;
}
