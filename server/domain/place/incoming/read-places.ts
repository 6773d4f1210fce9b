import { codeFault, levelOfCode, parentCodeOf } from '../code.ts';
import type { Datum } from '../datum.ts';
import { boxOf, innerPoint, signedArea } from '../ring.ts';
import { areaM2 } from '../ellipsoid.ts';
import type { IncomingFeature, IncomingLevel, PlaceProblem } from './feature.ts';
import { codeText, plainText, type PlaceFields } from './fields.ts';
import { outlineOfFeature } from './outline-of-feature.ts';

/** A feature as a place: what could be read of it, whether or not it can be taken in. */
export type ReadPlace = {
  line: number;
  /** As written where it is no valid code. */
  code: string;
  /** Its code, else its name, else its number in the file: what problems call it. */
  label: string;
  name: string;
  nameEn: string;
  /** The code's own parent; null where the code is not valid. */
  parent: string | null;
  parts: number[][][] | null;
  areaM2: number;
  /** Degrees, WGS-84; null without an outline. */
  centroid: [number, number] | null;
  problems: PlaceProblem[];
};

/** Reads every feature's code, name, parent and outline, and says what is wrong with each by itself. */
export function readPlaces(
  features: readonly IncomingFeature[],
  level: IncomingLevel,
  datum: Datum,
  fields: PlaceFields,
): ReadPlace[] {
  return features.map((feature) => readPlace(feature, level, datum, fields));
}

function readPlace(feature: IncomingFeature, level: IncomingLevel, datum: Datum, fields: PlaceFields): ReadPlace {
  const { line, properties, geometry } = feature;
  const code = fields.code === null ? '' : codeText(properties[fields.code], level);
  const name = fields.name === null ? '' : plainText(properties[fields.name]);
  const label = code || name || `#${line}`;
  const { parts, faults } = outlineOfFeature(geometry, datum);
  const centroid = parts === null ? null : centroidOf(parts);
  const problem = problemOf(label, line, centroid);
  const problems: PlaceProblem[] = faults.map((it) => {
    return { ...problem(it.kind, 'geometry', it.reason, it.hint, it.refuses), at: it.at ?? centroid };
  });
  const valid = levelOfCode(code) === level;
  if (code === '') {
    problems.push(problem('no-code', fields.code, 'it has no code', 'Fill in its code of GB/T 30428.1.'));
  } else if (!valid) {
    const reason = codeFault(code, level) ?? `"${code}" is no ${level} code`;
    problems.push(problem('bad-code', fields.code, reason, `Write the ${level} code with all its digits, as text.`));
  }
  if (name === '') {
    problems.push(problem('no-name', fields.name, 'it has no name', 'Its code is shown instead.', false));
  }
  const parent = valid ? parentCodeOf(code) : null;
  const said = fields.parent === null ? '' : parentText(properties[fields.parent]);
  if (parent !== null && said !== '' && said !== parent && !isFilledUp(said, parent)) {
    const reason = `its parent is given as ${said}, its code belongs to ${parent}`;
    const wrong = problem('wrong-parent', fields.parent, reason, 'Mend the code or the parent.');
    problems.push({ ...wrong, codes: [label, said, parent], areaM2: parts === null ? null : areaOf(parts) });
  }
  const nameEn = fields.nameEn === null ? '' : plainText(properties[fields.nameEn]);
  const area = parts === null ? 0 : areaOf(parts);
  return { line, code, label, name, nameEn, parent, parts, areaM2: area, centroid, problems };
}

/** The parent as written; a name instead of a code says nothing. */
function parentText(value: unknown): string {
  const text = codeText(value, 'grid');
  return /^\d{2,15}$/u.test(text) ? text : '';
}

/** 110101000000 is 110101, and 110100 (市辖区) is the same city as 110000. */
function isFilledUp(said: string, parent: string): boolean {
  if (said.startsWith(parent) && /^0+$/u.test(said.slice(parent.length))) return true;
  return parent.endsWith('0000') && /^\d\d0[12]0{2,8}$/u.test(said) && said.startsWith(parent.slice(0, 2));
}

type Maker = (
  kind: PlaceProblem['kind'],
  field: string | null,
  reason: string,
  hint: string,
  refuses?: boolean,
) => PlaceProblem;

function problemOf(label: string, line: number, at: [number, number] | null): Maker {
  return (kind, field, reason, hint, refuses = true) => {
    return { kind, codes: [label], areaM2: null, at, line, field, reason, hint, refuses, outline: null };
  };
}

/** Square metres on the ellipsoid, holes taken off. */
export function areaOf(parts: readonly (readonly ArrayLike<number>[])[]): number {
  return parts.reduce(
    (sum, rings) => sum + rings.reduce((own, ring, at) => (at === 0 ? areaM2(ring) : own - areaM2(ring)), 0),
    0,
  );
}

/** A point in the largest part, degrees. */
export function centroidOf(parts: readonly (readonly ArrayLike<number>[])[]): [number, number] {
  let largest: ArrayLike<number> = parts[0]?.[0] ?? [];
  for (const [outer] of parts)
    if (outer !== undefined && Math.abs(signedArea(outer)) > Math.abs(signedArea(largest))) largest = outer;
  const [x, y] = innerPoint(largest);
  return [Math.round(x) / 1e6, Math.round(y) / 1e6];
}

/** Middle of the box around an outline, microdegrees. */
export function middleOf(parts: readonly (readonly ArrayLike<number>[])[]): [number, number] {
  const [west, south, east, north] = boxOf(parts.flat());
  return [(west + east) / 2, (south + north) / 2];
}
