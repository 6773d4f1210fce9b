import type { NumberedSpot } from '../../layers/alerts/numbered.ts';
import { shortCategoryIn } from '../../i18n/language.ts';
import { placeLabels, type Box, type LabelWish } from '../../map/label-placement.ts';
import { textWidth } from '../../map/text-width.ts';
import type { LaneRow } from '../alert-lane/lane-view.ts';
import type { Input } from './lay-out-input.ts';

/** A text at its middle, px, and how far that is from what it belongs to. */
export type TextLabel = { id: string; x: number; y: number; text: string; box: Box; dx: number; dy: number };

type Before = ReadonlyMap<string, readonly [number, number]>;
type Wish = LabelWish & { text: string };

/** Names of the first of the lane, beside their numbered shapes. */
export function placeNames(
  symbols: readonly NumberedSpot<LaneRow>[],
  { dictionary, language, unknownText, u }: Input,
  busy: readonly Box[],
  area: Box,
  before: Before,
): TextLabel[] {
  const wishes = symbols
    .filter(({ first }) => first)
    .map(({ x, y, size, row }): Wish => {
      const category = dictionary.category(row.categoryKey);
      const name = category === null ? unknownText : shortCategoryIn(language, category);
      const text = row.count > 1 ? `${name} ×${row.count}` : name;
      const width = textWidth(text, 2 * u, 600) + 0.6 * u;
      const aside = size * (row.taken ? 0.62 : 0.86) + 0.5 * u + width / 2;
      const above = size * 0.9 + 1.3 * u;
      const spots = [
        ...[[aside, 0] as const, [-aside, 0] as const, [0, above] as const, [0, -above] as const],
        ...[[aside, 2 * u] as const, [aside, -2 * u] as const, [-aside, 2 * u] as const, [-aside, -2 * u] as const],
      ];
      return { id: `case-${row.caseId}`, x, y, width, height: 2.5 * u, spots, text };
    });
  return texts(wishes, busy, area, u, before);
}

/** How many cases a small shape stands for: beside it, small, and only where it is more than one. */
export function placeCounts({ small, u }: Input, busy: readonly Box[], area: Box, before: Before): TextLabel[] {
  const wishes = small
    .filter(({ count }) => count > 1)
    .map(({ kind, count, x, y }): Wish => {
      const text = count > 999 ? '999+' : String(count);
      const width = textWidth(text, 1.8 * u, 600) + 0.3 * u;
      const aside = 1.1 * u + width / 2;
      const spots = [[aside, 0] as const, [0, 2 * u] as const, [0, -2 * u] as const, [-aside, 0] as const];
      // By its place: groups have no name of their own.
      return { id: `${kind}-${Math.round(x / u)}-${Math.round(y / u)}`, x, y, width, height: 2 * u, spots, text };
    });
  return texts(wishes, busy, area, u, before);
}

/** How long silent teams have not been heard. */
export function placeAges({ silent, u }: Input, busy: readonly Box[], area: Box, before: Before): TextLabel[] {
  const wishes = silent.map(({ team, x, y, text }): Wish => {
    const width = textWidth(text, 1.8 * u, 400) + 0.4 * u;
    const aside = 0.7 * u + width / 2;
    const spots = [[aside, 0] as const, [-aside, 0] as const, [0, 1.7 * u] as const, [0, -1.7 * u] as const];
    return { id: `team-${team}`, x, y, width, height: 2 * u, spots, text };
  });
  return texts(wishes, busy, area, u, before);
}

export function texts(
  wishes: readonly Wish[],
  busy: readonly Box[],
  area: Box,
  step: number,
  before: Before,
): TextLabel[] {
  const byId = new Map(wishes.map((wish) => [wish.id, wish]));
  return placeLabels(wishes, busy, area, step, before).flatMap(({ id, x, y, box }) => {
    const wish = byId.get(id);
    return wish === undefined ? [] : [{ id, x, y, box, text: wish.text, dx: x - wish.x, dy: y - wish.y }];
  });
}
