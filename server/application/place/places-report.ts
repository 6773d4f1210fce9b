import type { Datum } from '#domain/place/datum.ts';
import type { PlacesCheck } from '#domain/place/incoming/check-places.ts';
import { PROBLEM_KINDS, type IncomingLevel, type PlaceProblem } from '#domain/place/incoming/feature.ts';
import { outlineOf } from '#domain/place/outline.ts';
import { chineseHint, chineseReason } from './place-words.ts';
import { problemShapes } from './problem-shapes.ts';

/** What a check of outlines found, ready to be written as JSON. Areas in m², positions [lon, lat] in WGS-84. */
export type PlacesReport = {
  level: IncomingLevel;
  datum: Datum;
  features: number;
  accepted: number;
  rejected: number;
  fields: PlacesCheck['fields'];
  toleranceM2: number;
  places: { code: string; name: string; parent: string | null; areaM2: number; centroid: [number, number] | null }[];
  problems: Omit<PlaceProblem, 'outline'>[];
  summary: {
    /** How many problems of each kind; every kind is named. */
    counts: Record<string, number>;
    areasM2: Record<string, number>;
    /** Gaps and overlaps smaller than the tolerance: counted, not listed. */
    seams: PlacesCheck['seams'];
    /** Of all accepted places. */
    totalM2: number;
  };
};

export function reportOf(check: PlacesCheck, level: IncomingLevel, datum: Datum): PlacesReport {
  const { accepted, rejected, problems, kinds, seams, fields, toleranceM2 } = check;
  return {
    level,
    datum,
    features: accepted.length + rejected.length,
    accepted: accepted.length,
    rejected: rejected.length,
    fields,
    toleranceM2,
    places: accepted.map(({ code, name, parent, areaM2, centroid }) => {
      return { code, name: name || code, parent, areaM2: rounded(areaM2), centroid };
    }),
    problems: problems.map(({ kind, codes, areaM2, at, line, field, reason, hint, refuses }) => {
      return { kind, codes, areaM2: areaM2 === null ? null : rounded(areaM2), at, line, field, reason, hint, refuses };
    }),
    summary: {
      counts: Object.fromEntries(PROBLEM_KINDS.map((kind) => [kind, kinds[kind]?.count ?? 0])),
      areasM2: Object.fromEntries(Object.entries(kinds).map(([kind, { areaM2 }]) => [kind, rounded(areaM2)])),
      seams: { ...seams, gapM2: rounded(seams.gapM2), overlapM2: rounded(seams.overlapM2) },
      totalM2: rounded(accepted.reduce((sum, place) => sum + place.areaM2, 0)),
    },
  };
}

/** The accepted places as GeoJSON, WGS-84. */
export function placesGeoJson({ accepted }: PlacesCheck, level: IncomingLevel): object {
  const features = accepted.map(({ code, name, nameEn, parent, areaM2, parts }) => {
    const properties = { code, name, nameEn: nameEn || null, parent, level, areaM2: rounded(areaM2) };
    return { type: 'Feature', properties, geometry: outlineOf(parts ?? []) };
  });
  return { type: 'FeatureCollection', features };
}

/** Every problem as GeoJSON, with its ground, its place or a point; what is about the file as a whole has no geometry. */
export function problemsGeoJson(check: PlacesCheck): object {
  const shapeOf = problemShapes(check);
  const features = check.problems.map((problem) => {
    const { outline: _outline, at, areaM2, ...properties } = problem;
    const zh = { reasonZh: chineseReason(problem), hintZh: chineseHint(problem) };
    const facts = { areaM2: areaM2 === null ? null : rounded(areaM2), lon: at?.[0] ?? null, lat: at?.[1] ?? null };
    return { type: 'Feature', properties: { ...properties, ...zh, ...facts }, geometry: shapeOf(problem) };
  });
  return { type: 'FeatureCollection', features };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
