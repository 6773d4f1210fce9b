import { caseMix } from '#seed/catalogue/mix.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { departmentCode, departmentRows } from '#seed/departments/departments.ts';
import type { Category } from '#domain/category/category.ts';
import { CODE_SCHEMES, componentCode } from '#domain/component/code.ts';
import type { Component, ComponentState } from '#domain/component/component.ts';
import type { Trade } from '#domain/department/department.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { shareOf } from './share-of.ts';
import { besideEdge } from './beside-edge.ts';

/** Names the content; to be changed with it. */
export const COMPONENTS_VERSION = 'seed components 2';

/** About so many are made for a whole city; a city of fewer unit grids has one in each. */
const WANTED = 30_000;
/** The busy districts' part of them, where a city has such. */
const BUSY_PART = 0.6;
const [NATIONAL] = CODE_SCHEMES;
/** Of a hundred, after a survey some years old: assumed. */
const STATES: readonly (readonly [ComponentState, number])[] = [
  ['damaged', 0.03],
  ['missing', 0.01],
  ['abandoned', 0.01],
];
const FIRST_YEAR = 2008;
const YEARS = 17;

/**
 * A made-up register for a demonstration, always the same and marked simulated: facilities along the edges of unit
 * grids, more of them in the busy districts, of the catalogue's subclasses as often as cases report them.
 *
 * @param busy codes of the busy districts; none: all are alike.
 */
export function madeComponents(places: PlaceIndex, busy: readonly string[]): { key: string; row: Component }[] {
  const pick = categoryPicker();
  const grids = places.places.flatMap(({ level, code }, ordinal) => (level === 'grid' ? [{ code, ordinal }] : []));
  const isBusy = (code: string): boolean => busy.includes(code.slice(0, 6));
  const busyGrids = grids.filter(({ code }) => isBusy(code)).length;
  const busyRate = (WANTED * BUSY_PART) / busyGrids;
  const otherRate = (WANTED * (busyGrids === 0 ? 1 : 1 - BUSY_PART)) / (grids.length - busyGrids);
  const owners = ownersOf(places);
  const sequences = new Map<string, number>();
  return grids.flatMap(({ code: gridCode, ordinal }) => {
    if (shareOf(gridCode, 'has') >= (isBusy(gridCode) ? busyRate : otherRate)) return [];
    const category = pick(shareOf(gridCode, 'category'));
    const districtCode = gridCode.slice(0, 6);
    const kind = `${districtCode}${category.classCode}${category.subCode}`;
    const sequence = (sequences.get(kind) ?? 0) + 1;
    sequences.set(kind, sequence);
    const { classCode, subCode } = category;
    const code = componentCode({ districtCode, classCode, subCode, sequence }, NATIONAL);
    const row: Component = {
      code,
      scheme: NATIONAL.name,
      categoryKey: category.key,
      name: category.name.zh,
      ...owners(districtCode, category.key),
      gridCode,
      state: stateOf(shareOf(code, 'state')),
      installedOn: dayOf(shareOf(code, 'installed')),
      changedOn: null,
      accuracy: 'C',
      position: besideEdge(places, ordinal, shareOf(gridCode, 'edge')),
      source: 'simulated',
      note: '模拟数据',
      simulated: true,
    };
    return [{ key: code, row }];
  });
}

/** Subclasses by shares from 0 to 1: the root of how often they are reported, so that rare ones are there too. */
function categoryPicker(): (share: number) => Category {
  const reported = new Map(caseMix().map(({ categoryKey, weight }) => [categoryKey, weight]));
  const categories = categoryRows().filter(({ kind }) => kind === 'component');
  const weights = categories.map(({ key }) => Math.sqrt(reported.get(key) ?? 0));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return (share) => {
    let left = share * sum;
    const at = weights.findIndex((weight) => (left -= weight) < 0);
    return categories[at === -1 ? 0 : at] as Category;
  };
}

/** Whose a component is: its district's made-up department of the trade that its category is disposed of by. */
function ownersOf(
  places: PlaceIndex,
): (districtCode: string, categoryKey: string) => Pick<Component, 'owner' | 'maintainer' | 'supervisor'> {
  const trades = new Map<string, Trade>(conditionRows().map(({ categoryKey, office }) => [categoryKey, office]));
  const city = places.places.find(({ level }) => level === 'city');
  const districts = places.places.filter(({ level }) => level === 'district');
  const names = new Map(
    departmentRows(
      city?.code ?? '',
      districts.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } })),
      [],
    ).map(({ code, name }) => [code, name.zh]),
  );
  return (districtCode, categoryKey) => {
    const nameOf = (trade: Trade): string | undefined => names.get(departmentCode(districtCode, trade));
    // What a subdistrict's office looks after has an owner all the same.
    const owner = nameOf(trades.get(categoryKey) ?? 'utilities') ?? nameOf('utilities') ?? '';
    return { owner, maintainer: owner, supervisor: nameOf('command') ?? '' };
  };
}

function stateOf(share: number): ComponentState {
  let left = share;
  return STATES.find(([, part]) => (left -= part) < 0)?.[0] ?? 'intact';
}

function dayOf(share: number): string {
  const month = Math.floor(share * YEARS * 12);
  return `${FIRST_YEAR + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-01`;
}
