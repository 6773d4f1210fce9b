import { isCityCode } from '#domain/place/code.ts';
import { covers } from '#domain/account/scope.ts';
import { POSTS } from '#domain/indicator/fact.ts';
import type { ObjectKind } from '#domain/indicator/indicator.ts';
import type { Level } from '#wire/level.ts';
import type { Grouping } from './count-facts.ts';
import type { FactColumns } from './fact-columns.ts';

const PATH_LEVEL: Record<Exclude<Level, 'city'>, number> = { district: 0, subdistrict: 1, community: 2, grid: 3 };

/** How the facts of a question are grouped; `codes[g]` names group g, '' is what belongs to none that is known. */
export type Groups = { grouping: Grouping; codes: string[] };

/** Groups by object. `scope` and `parent`: codes of places whose cases alone are counted. */
export function groupsOf(
  columns: FactColumns,
  object: ObjectKind,
  level: Level,
  scope: string,
  parent: string | null,
): Groups {
  const casePaths = pathsWithin(columns, scope, parent);
  if (object === 'place') return placeGroups(columns, level, casePaths);
  if (object === 'post') {
    const codes = ['', ...POSTS];
    return { grouping: { by: 'post', groups: codes.length, groupOf: Int32Array.from(codes.keys()), casePaths }, codes };
  }
  const texts = object === 'department' ? columns.departments.texts : columns.doers.texts;
  const codes = ['', ...texts];
  const by = object === 'department' ? 'department' : 'doer';
  return { grouping: { by, groups: codes.length, groupOf: Int32Array.from(codes.keys()), casePaths }, codes };
}

function placeGroups(columns: FactColumns, level: Level, casePaths: Uint8Array | null): Groups {
  const codes: string[] = [];
  const ordinals = new Map<string, number>();
  const at = level === 'city' ? -1 : PATH_LEVEL[level];
  const groupOf = Int32Array.from(columns.paths.texts, (path) => {
    const code = at === -1 ? 'city' : (path.split('/')[at] ?? '');
    const known = ordinals.get(code);
    if (known !== undefined) return known;
    ordinals.set(code, codes.length);
    return codes.push(code) - 1;
  });
  return { grouping: { by: 'path', groups: codes.length, groupOf, casePaths }, codes };
}

/** 1 for each path inside both places; null where both are the whole city. */
function pathsWithin(columns: FactColumns, scope: string, parent: string | null): Uint8Array | null {
  const places = [scope, parent].filter((code): code is string => code !== null && !isCity(code));
  if (places.length === 0) return null;
  return Uint8Array.from(columns.paths.texts, (path) => {
    const parts = path.split('/').filter((part) => part !== '');
    return places.every((place) => parts.some((part) => covers(place, part))) ? 1 : 0;
  });
}

/** A scope that ends in 0000 covers everything. */
export function isCity(code: string): boolean {
  return isCityCode(code);
}
