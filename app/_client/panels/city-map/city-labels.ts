import type { PlaceFigure } from '#wire/figures.ts';
import { shortNameIn, type Language } from '../../i18n/language.ts';
import { placeLabels, type Box, type LabelWish } from '../../map/label-placement.ts';
import { textWidth } from '../../map/text-width.ts';
import type { DictionaryPlace } from '../../stores/dictionary-store.ts';
import type { Flat } from './city-frame.ts';

export type CityLabel = {
  code: string;
  /** Middle of the label, px. */
  x: number;
  y: number;
  name: string;
  nameWidth: number;
  asOf: string;
  timedOut: number;
  supervised: number;
  /** Counts stand beside the name instead of under it. */
  oneLine: boolean;
};

export type DistrictCounts = Pick<PlaceFigure, 'code' | 'timedOut' | 'supervised'>;

type Input = {
  districts: readonly DictionaryPlace[];
  counts: ReadonlyMap<string, DistrictCounts>;
  /** Districts whose platform is late: the words to say so. */
  asOf: ReadonlyMap<string, string>;
  flat: Flat;
  language: Language;
  u: number;
  busy: readonly Box[];
  area: Box;
};

/** What lies between the counts of two states, in u. */
export const COUNTS_APART = 0.2;
const SHAPE = 1.9;
const DIGIT = 1.1;

/** How wide the counts beside a name are with their shapes, in u: as many digits as there are. */
export function countsWidth(timedOut: number, supervised: number): number {
  const own = (count: number): number => SHAPE + DIGIT * String(count).length;
  if (timedOut === 0) return 0;
  return own(timedOut) + (supervised === 0 ? 0 : COUNTS_APART + own(supervised));
}

/**
 * Names of districts with what is out of time in each: name over counts where there is room, else in one line, else a
 * little aside. Larger districts choose last, since they have room anywhere.
 */
export function cityLabels({ districts, counts, asOf, flat, language, u, busy, area }: Input): CityLabel[] {
  const labels: CityLabel[] = [];
  const taken = [...busy];
  const size = 1.8 * u;
  for (const place of [...districts].sort((a, b) => a.areaM2 - b.areaM2)) {
    const count = counts.get(place.code);
    const name = shortNameIn(language, place);
    const late = asOf.get(place.code) ?? '';
    const nameWidth = textWidth(name, size, 500);
    const countWidth = countsWidth(count?.timedOut ?? 0, count?.supervised ?? 0) * u;
    const lines = 1 + (late === '' ? 0 : 1) + (countWidth === 0 ? 0 : 1);
    const [x, y] = flat(place.lon, place.lat);
    const tall: LabelWish = {
      id: place.code,
      x,
      y,
      width: Math.max(nameWidth, countWidth, textWidth(late, size)) + 0.4 * u,
      height: lines * 2.35 * u,
      reach: 3 * u,
    };
    const flatWish: LabelWish = {
      id: place.code,
      x,
      y,
      width: nameWidth + countWidth + 1.4 * u,
      height: 2.35 * u,
      reach: 9 * u,
    };
    const wishes = late === '' && countWidth > 0 ? [tall, flatWish] : [{ ...tall, reach: 9 * u }];
    for (const wish of wishes) {
      const [placed] = placeLabels([wish], taken, area, 0.5 * u, new Map());
      if (placed === undefined) continue;
      taken.push(placed.box);
      labels.push({
        code: place.code,
        x: placed.x,
        y: placed.y,
        name,
        nameWidth,
        asOf: late,
        timedOut: count?.timedOut ?? 0,
        supervised: count?.supervised ?? 0,
        oneLine: wish === flatWish,
      });
      break;
    }
  }
  return labels;
}
