import type { Principal } from '#domain/account/role.ts';
import type { Level } from '#wire/level.ts';
import { EvaluationRefused, type OneQuery } from './evaluation-port.ts';
import type { FactColumns } from './fact-columns.ts';
import { groupsOf, isCity, type Groups } from './groups.ts';
import type { NameBook } from './names.ts';
import type { PlaceView } from './place-view.ts';
import { checkReach, seesPersons } from './reading.ts';

const BELOW: Partial<Record<Level, Level>> = {
  city: 'district',
  district: 'subdistrict',
  subdistrict: 'community',
  community: 'grid',
};

/** One level below a place; of a place that the index does not know, districts. */
export function levelBelow(code: string, names: NameBook): Level {
  if (isCity(code)) return 'district';
  return BELOW[names.levelOf(code) ?? 'city'] ?? 'grid';
}

/** What one object's cases are: a group of its own, or for a place all below it. */
export function oneGroup(
  columns: FactColumns,
  who: Principal,
  query: OneQuery,
  names: NameBook,
  view: PlaceView,
): { groups: Groups; group: number } {
  checkReach(who, query.parent);
  if (query.object === 'person' && !seesPersons(who) && query.code !== who.id) {
    throw new EvaluationRefused('code', 'a person’s figures are for their superiors and themselves', true);
  }
  if (query.object === 'place' && query.code !== '') {
    checkReach(who, query.code);
    const groups = groupsOf(columns, 'place', 'city', who.scope, query.code, view);
    return { groups, group: groups.codes.length > 0 ? 0 : -1 };
  }
  const level = levelBelow(query.parent ?? who.scope, names);
  const groups = groupsOf(columns, query.object, level, who.scope, query.parent, view);
  return { groups, group: groups.codes.indexOf(query.code) };
}
