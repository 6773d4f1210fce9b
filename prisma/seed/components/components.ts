import { caseMix } from '#seed/catalogue/mix.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { CODE_SCHEMES, componentCode } from '#domain/component/code.ts';
import type { Component } from '#domain/component/component.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';

/** Names the content; to be changed with it. */
export const COMPONENTS_VERSION = 'seed components 1';

/** One of so many unit grids gets a made-up component. */
const EVERY = 4;
const [NATIONAL] = CODE_SCHEMES;
const COMPONENT_OF_DAY = '2026-01-01';

/**
 * Made-up components in the unit grids of some districts, always the same and marked simulated, for a demonstration:
 * subclasses in the shares in which cases report them, rare ones too.
 */
export function madeComponents(places: PlaceIndex, districts: readonly string[]): { key: string; row: Component }[] {
  const shares = new Map(caseMix().map(({ categoryKey, weight }) => [categoryKey, weight]));
  const categories = categoryRows().filter(({ kind }) => kind === 'component');
  const weights = categories.map(({ key }) => 1 + Math.sqrt(shares.get(key) ?? 0));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const sequences = new Map<string, number>();
  return places.places.flatMap((place) => {
    const hash = hashOf(place.code);
    if (place.level !== 'grid' || !districts.includes(place.code.slice(0, 6)) || hash.choice % EVERY !== 0) return [];
    let left = hash.share * sum;
    const at = weights.findIndex((weight) => (left -= weight) < 0);
    const category = categories[at === -1 ? 0 : at] as (typeof categories)[number];
    const districtCode = place.code.slice(0, 6);
    const kind = `${districtCode}${category.classCode}${category.subCode}`;
    const sequence = (sequences.get(kind) ?? 0) + 1;
    sequences.set(kind, sequence);
    const code = componentCode(
      { districtCode, classCode: category.classCode, subCode: category.subCode, sequence },
      NATIONAL,
    );
    const row: Component = {
      code,
      scheme: NATIONAL.name,
      categoryKey: category.key,
      name: category.name.zh,
      owner: '',
      maintainer: '',
      supervisor: '',
      gridCode: place.code,
      state: 'intact',
      installedOn: COMPONENT_OF_DAY,
      changedOn: null,
      accuracy: 'C',
      position: place.centroid,
      source: 'simulated',
      note: '模拟数据',
      simulated: true,
    };
    return [{ key: code, row }];
  });
}

/** FNV-1a of a code, as a whole number and as a share of 1. */
function hashOf(code: string): { choice: number; share: number } {
  let hash = 2_166_136_261;
  for (const letter of code) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  return { choice: hash >>> 8, share: (Math.imul(hash, 2_654_435_761) >>> 0) / 4_294_967_296 };
}
