import { isCityCode } from '#domain/place/code.ts';
import { covers } from '#domain/account/scope.ts';
import { POSTS } from '#domain/indicator/fact.ts';
import type { ObjectKind } from '#domain/indicator/indicator.ts';
import type { Level } from '#wire/level.ts';
import type { Grouping } from './count-facts.ts';
import type { FactColumns } from './fact-columns.ts';
import type { PlaceView } from './place-view.ts';

const PATH_LEVEL: Record<Exclude<Level, 'city'>, number> = { district: 0, subdistrict: 1, community: 2, grid: 3 };

/** How the facts of a question are grouped; `codes[g]` names group g, '' is what belongs to none that is known. */
export type Groups = { grouping: Grouping; codes: string[] };

/**
 * Groups by object. `scope` and `parent`: codes of places whose cases alone are counted.
 *
 * @param view the places that cases count under; left out: those that they lay in.
 */
export function groupsOf(
  columns: FactColumns,
  object: ObjectKind,
  level: Level,
  scope: string,
  parent: string | null,
  view: PlaceView = { texts: columns.paths.texts, pathOfCase: columns.pathOfCase },
): Groups {
  const { texts: paths, pathOfCase } = view;
  const casePaths = pathsWithin(paths, scope, parent);
  if (object === 'place') return placeGroups(view, level, casePaths);
  if (object === 'post') {
    const codes = ['', ...POSTS];
    return {
      grouping: { by: 'post', groups: codes.length, groupOf: Int32Array.from(codes.keys()), casePaths, pathOfCase },
      codes,
    };
  }
  const texts = object === 'department' ? columns.departments.texts : columns.doers.texts;
  const codes = ['', ...texts];
  const by = object === 'department' ? 'department' : 'doer';
  return {
    grouping: { by, groups: codes.length, groupOf: Int32Array.from(codes.keys()), casePaths, pathOfCase },
    codes,
  };
}

function placeGroups({ texts, pathOfCase }: PlaceView, level: Level, casePaths: Uint8Array | null): Groups {
  const codes: string[] = [];
  const ordinals = new Map<string, number>();
  const at = level === 'city' ? -1 : PATH_LEVEL[level];
  const groupOf = Int32Array.from(texts, (path) => {
    const code = at === -1 ? 'city' : (path.split('/')[at] ?? '');
    const known = ordinals.get(code);
    if (known !== undefined) return known;
    ordinals.set(code, codes.length);
    return codes.push(code) - 1;
  });
  return { grouping: { by: 'path', groups: codes.length, groupOf, casePaths, pathOfCase }, codes };
}

/** 1 for each path inside both places; null where both are the whole city. */
function pathsWithin(paths: readonly string[], scope: string, parent: string | null): Uint8Array | null {
  const places = [scope, parent].filter((code): code is string => code !== null && !isCity(code));
  if (places.length === 0) return null;
  return Uint8Array.from(paths, (path) => {
    const parts = path.split('/').filter((part) => part !== '');
    return places.every((place) => parts.some((part) => covers(place, part))) ? 1 : 0;
  });
}

/** A scope that ends in 0000 covers everything. */
export function isCity(code: string): boolean {
  return isCityCode(code);
}
