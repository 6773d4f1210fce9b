import { nameIn, shortNameIn, writtenIn } from '../../i18n/language.ts';
import type { BaseMap } from '../../map/base.ts';
import type { View } from '../../map/camera.ts';
import { placeLabels, type Box, type LabelWish } from '../../map/label-placement.ts';
import { textWidth } from '../../map/text-width.ts';
import { visibleAnchors } from '../../map/visible-anchors.ts';
import type { DictionaryPlace } from '../../stores/dictionary-store.ts';
import type { Input } from './lay-out-input.ts';
import { texts, type TextLabel } from './symbol-labels.ts';

export type PlaceLabel = {
  id: string;
  x: number;
  y: number;
  name: string;
  below: string;
  level: 'focus' | 'district' | 'subdistrict';
  box: Box;
  dx: number;
  dy: number;
};

type Before = ReadonlyMap<string, readonly [number, number]>;
type Wish = LabelWish & Pick<PlaceLabel, 'name' | 'below' | 'level'>;

/** Sizes of names in u. */
const NAME_UNITS = { focus: 2.6, district: 2.2, subdistrict: 1.8 } as const;
/** A subdistrict is named where it is at least this many u across, and says its open cases where this many. */
const NAMED_FROM_UNITS = 11;
const COUNTED_FROM_UNITS = 20;
const MOST_SUBDISTRICTS = 40;
/** Where one u covers more metres than this, the map is of districts. */
const SUBDISTRICT_METRES = 200;
const MOST_SETTLEMENTS = 14;
/** Where one u covers more metres than this, settlements are left to their districts. */
const SETTLEMENT_METRES = 420;

/** Names of districts with their open cases, then of subdistricts where the map is near enough for them. */
export function placePlaces(input: Input, busy: readonly Box[], area: Box, before: Before): PlaceLabel[] {
  const wishes = [...districtWishes(input), ...subdistrictWishes(input)];
  const byId = new Map(wishes.map((wish) => [wish.id, wish]));
  return placeLabels(wishes, busy, area, input.u / 2, before).flatMap(({ id, x, y, box }) => {
    const wish = byId.get(id);
    if (wish === undefined) return [];
    const { name, below, level } = wish;
    return [{ id, x, y, box, name, below, level, dx: x - wish.x, dy: y - wish.y }];
  });
}

function districtWishes(input: Input): Wish[] {
  const { base, view, dictionary, language, focusCodes, open, openText, u } = input;
  const focus = new Set(focusCodes);
  const anchors = anchorsOf(base, 'districts', view);
  return dictionary.districts
    .map((place): Wish => {
      const level = focus.has(place.code) ? 'focus' : 'district';
      const count = open.get(place.code);
      const name = language === 'zh' ? place.nameZh : shortNameIn(language, place);
      const below = count === undefined ? '' : openText(count);
      const [x, y] = view.project(...(anchors.get(place.code) ?? [place.lon, place.lat]));
      const spacing = language === 'zh' && writtenIn(name) === undefined ? name.length * 0.35 * u : 0;
      const width =
        Math.max(textWidth(name, NAME_UNITS[level] * u, 600) + spacing, textWidth(below, 1.8 * u)) + 0.8 * u;
      const reach = (level === 'focus' ? 11 : 7) * u;
      return { id: place.code, x, y, width, height: 5.2 * u, reach, name, below, level };
    })
    .sort((a, b) => Number(b.level === 'focus') - Number(a.level === 'focus'));
}

function subdistrictWishes(input: Input): Wish[] {
  const { base, view, dictionary, language, focusCodes, openText, open, u } = input;
  if (view.metresPerPixel * u > SUBDISTRICT_METRES) return [];
  const [west, south, east, north] = view.bounds;
  const across = ({ areaM2 }: DictionaryPlace): number => Math.sqrt(areaM2) / view.metresPerPixel / u;
  const shown = (dictionary.dictionary?.places ?? [])
    .filter((place) => place.level === 'subdistrict' && across(place) >= NAMED_FROM_UNITS)
    .filter(({ lon, lat }) => lon > west && lon < east && lat > south && lat < north)
    .sort((a, b) => Number(inFocus(b, focusCodes)) - Number(inFocus(a, focusCodes)) || b.areaM2 - a.areaM2)
    .slice(0, MOST_SUBDISTRICTS);
  if (shown.length === 0) return [];
  const anchors = anchorsOf(base, 'subdistricts', view);
  return shown.map((place): Wish => {
    const name = shortNameIn(language, place);
    const count = across(place) >= COUNTED_FROM_UNITS ? open.get(place.code) : undefined;
    const below = count === undefined ? '' : openText(count);
    const [x, y] = view.project(...(anchors.get(place.code) ?? [place.lon, place.lat]));
    const width = Math.max(textWidth(name, NAME_UNITS.subdistrict * u, 500), textWidth(below, 1.8 * u)) + 0.8 * u;
    const height = (below === '' ? 2.4 : 4.8) * u;
    return { id: place.code, x, y, width, height, reach: 4 * u, name, below, level: 'subdistrict' };
  });
}

function inFocus({ code, parentCode }: DictionaryPlace, codes: readonly string[]): boolean {
  return codes.includes(code) || (parentCode !== null && codes.includes(parentCode));
}

/** Towns and villages where the map has room for them and does not name the subdistrict they give their name to. */
export function placeSettlements(
  { base, view, language, u }: Input,
  places: readonly PlaceLabel[],
  busy: readonly Box[],
  area: Box,
  before: Before,
): TextLabel[] {
  if (view.metresPerPixel * u > SETTLEMENT_METRES) return [];
  const [west, south, east, north] = view.bounds;
  const named = new Set(places.map(({ id }) => id));
  const wishes = base.places.features.flatMap(({ geometry, properties }): (LabelWish & { text: string })[] => {
    const { nameZh, nameEn } = properties;
    const [lon, lat] = geometry.coordinates as [number, number];
    if (!(lon > west && lon < east && lat > south && lat < north)) return [];
    if (nameZh == null || nameEn == null || named.has(properties.code ?? '')) return [];
    const text = nameIn(language, { nameZh, nameEn });
    const [x, y] = view.project(lon, lat);
    const width = textWidth(text, 1.8 * u, 400) + u;
    return [{ id: `settlement-${text}`, x, y, width, height: 2.4 * u, reach: 2 * u, text }];
  });
  return texts(wishes.slice(0, MOST_SETTLEMENTS), busy, area, u / 2, before);
}

type Areas = 'districts' | 'subdistricts';
type Anchors = { base: BaseMap; bounds: string; anchors: ReadonlyMap<string, [number, number]> };
const known: Partial<Record<Areas, Anchors>> = {};

/** Anchors change with the camera only, and cost more than everything else here. */
function anchorsOf(base: BaseMap, areas: Areas, view: View): ReadonlyMap<string, [number, number]> {
  const bounds = view.bounds.join();
  let kept = known[areas];
  if (kept?.base !== base || kept.bounds !== bounds) {
    kept = { base, bounds, anchors: visibleAnchors(base[areas], view.bounds) };
    known[areas] = kept;
  }
  return kept.anchors;
}
