import { shortNameIn, writtenIn, type Language } from '../../i18n/language.ts';
import type { CaseAlerts } from '../../layers/case-alerts.ts';
import type { BaseMap } from '../../map/base.ts';
import type { View } from '../../map/camera.ts';
import { clearOf, edgeCounts, type EdgeMark } from '../../map/edge-counts.ts';
import { boxAround, placeLabels, type Box, type LabelWish } from '../../map/label-placement.ts';
import { riverLabels, type RiverLabel } from '../../map/river-labels.ts';
import { spread } from '../../map/spread.ts';
import { visibleAnchors } from '../../map/visible-anchors.ts';
import { textWidth } from '../../map/text-width.ts';
import type { Names } from '../../stores/dictionary-store.ts';
import type { LaneRow } from '../alert-lane/lane-view.ts';
import { PADDING_UNITS } from './room.ts';

export type Laid = {
  symbols: {
    caseId: number;
    x: number;
    y: number;
    fromX: number;
    fromY: number;
    moved: boolean;
    size: number;
    /** One of the first in the lane: larger and named. */
    first: boolean;
    row: LaneRow;
  }[];
  names: { id: string; x: number; y: number; text: string }[];
  districts: { id: string; x: number; y: number; name: string; below: string; strong: boolean }[];
  rivers: RiverLabel[];
  edges: EdgeMark[];
};

/** Where each label stood relative to its point the last time, so that it stays there. */
export class LabelMemory {
  offsets: ReadonlyMap<string, readonly [number, number]> = new Map();
}

type Input = {
  view: View;
  base: BaseMap;
  u: number;
  language: Language;
  focusCodes: readonly string[];
  dictionary: Names;
  rows: readonly LaneRow[];
  open: ReadonlyMap<string, number>;
  openText: (count: number) => string;
  unknownText: string;
  /** Cases that have a small shape of their own. */
  small: CaseAlerts;
};

/** So many, from the top of the lane, are named on the map besides their number. */
const NAMED = 6;
/** Room of a mark at the edge, in u. */
const EDGE_UNITS = 5;

/**
 * Decides where everything in words or numbers goes on the map. Order of rights: numbered shapes, small shapes, names of
 * numbered ones, districts in focus, other districts, rivers. Pixels of the map's box.
 */
export function layOut(input: Input, memory: LabelMemory): Laid {
  const { view, u, rows } = input;
  const { width, height, project } = view;
  const area: Box = { left: 0.8 * u, top: 0.8 * u, right: width - 0.8 * u, bottom: height - 0.8 * u };
  const points = rows.flatMap((row, place) =>
    row.lon === null || row.lat === null ? [] : [{ row, first: place < NAMED, at: project(row.lon, row.lat) }],
  );
  const inside = points.filter(({ at: [x, y] }) => x > u && y > u && x < width - u && y < height - u);
  const sizes = inside.map(({ first }) => (first ? 3.4 * u : 3 * u));
  const spots = spread(inside.map(({ at: [x, y] }, index) => ({ x, y, radius: (sizes[index] as number) * 0.56 })));
  const symbols = inside.map(({ row, first, at: [fromX, fromY] }, index) => {
    const [x, y] = spots[index] as [number, number];
    const size = sizes[index] as number;
    return {
      caseId: row.caseId,
      x,
      y,
      fromX,
      fromY,
      moved: Math.hypot(x - fromX, y - fromY) > 0.6 * u,
      size,
      first,
      row,
    };
  });
  const outside = points
    .filter((point) => !inside.includes(point))
    .map(({ row, at: [x, y] }) => ({ x, y, count: row.count }));
  const busy: Box[] = symbols.map(({ x, y, size, row }) => {
    const across = size * (row.taken ? 1.2 : 1.65);
    return boxAround(x, y, across, across);
  });
  busy.push(...fixtures(width, height, u));
  const edges = clearOf(edgeCounts(outside, width, height, 2.8 * u), busy, width, height, EDGE_UNITS * u);
  busy.push(...edges.map(({ x, y }) => boxAround(x, y, EDGE_UNITS * u, EDGE_UNITS * u)));
  busy.push(...triangles(input));
  const names = placeNames(symbols, input, memory, busy, area);
  busy.push(...names.map(({ box }) => box));
  const districts = placeDistricts(input, memory, busy, area);
  busy.push(...districts.map(({ box }) => box));
  const offsets = new Map<string, readonly [number, number]>();
  for (const { id, dx, dy } of [...names, ...districts]) offsets.set(id, [dx, dy]);
  memory.offsets = offsets;
  return {
    symbols,
    edges,
    names,
    districts,
    rivers: riverLabels(input.base.rivers, view, input.language, u, busy, area),
  };
}

/** The title, the simulated mark and the scale. */
function fixtures(width: number, height: number, u: number): Box[] {
  return [
    { left: 0, top: 0, right: 46 * u, bottom: PADDING_UNITS.top * u },
    { left: width - 15 * u, top: 0, right: width, bottom: 5 * u },
    { left: width - 22 * u, top: height - 4.5 * u, right: width, bottom: height },
  ];
}

/** Small triangles and diamonds within the box. */
function triangles({ view, small, u }: Input): Box[] {
  const boxes: Box[] = [];
  for (const lngLat of [small.dueSoon, small.timedOut]) {
    for (let index = 0; index < lngLat.length; index += 2) {
      const [x, y] = view.project(lngLat[index] as number, lngLat[index + 1] as number);
      boxes.push(boxAround(x, y, 2.1 * u, 2.1 * u));
    }
  }
  return boxes;
}

function placeNames(
  symbols: Laid['symbols'],
  { dictionary, language, unknownText, u }: Input,
  memory: LabelMemory,
  busy: Box[],
  area: Box,
) {
  const texts = new Map<string, string>();
  const wishes = symbols
    .filter(({ first }) => first)
    .map(({ x, y, size, row }): LabelWish => {
      const category = dictionary.category(row.categoryKey);
      const name = category === null ? unknownText : language === 'zh' ? category.shortZh : category.shortEn;
      const text = row.count > 1 ? `${name} ×${row.count}` : name;
      const width = textWidth(text, 2 * u, 600) + 0.6 * u;
      const aside = size * (row.taken ? 0.62 : 0.86) + 0.5 * u + width / 2;
      texts.set(`case-${row.caseId}`, text);
      const above = size * 0.9 + 1.3 * u;
      return {
        id: `case-${row.caseId}`,
        x,
        y,
        width,
        height: 2.5 * u,
        spots: [
          [aside, 0],
          [-aside, 0],
          [0, above],
          [0, -above],
          [aside, 2 * u],
          [aside, -2 * u],
          [-aside, 2 * u],
          [-aside, -2 * u],
        ],
      };
    });
  const byId = new Map(wishes.map((wish) => [wish.id, wish]));
  return placeLabels(wishes, busy, area, u, memory.offsets).map(({ id, x, y, box }) => {
    const wish = byId.get(id) as LabelWish;
    return { id, x, y, box, text: texts.get(id) ?? '', dx: x - wish.x, dy: y - wish.y };
  });
}

function placeDistricts(
  { base, view, dictionary, language, focusCodes, open, openText, u }: Input,
  memory: LabelMemory,
  busy: Box[],
  area: Box,
) {
  const focus = new Set(focusCodes);
  const anchors = anchorsOf(base, view);
  const { districts } = dictionary;
  const wishes = districts
    .map((place) => {
      const strong = focus.has(place.code);
      const count = open.get(place.code);
      const name = language === 'zh' ? place.nameZh : shortNameIn(language, place);
      const below = count === undefined ? '' : openText(count);
      const [lon, lat] = anchors.get(place.code) ?? [place.lon, place.lat];
      const [x, y] = view.project(lon, lat);
      const spacing = language === 'zh' && writtenIn(name) === undefined ? name.length * 0.35 * u : 0;
      const width =
        Math.max(textWidth(name, (strong ? 2.6 : 2.2) * u, 600) + spacing, textWidth(below, 1.8 * u)) + 0.8 * u;
      return {
        place,
        strong,
        name,
        below,
        wish: { id: place.code, x, y, width, height: 5.2 * u, reach: (strong ? 11 : 7) * u } satisfies LabelWish,
      };
    })
    .sort((a, b) => Number(b.strong) - Number(a.strong));
  const byId = new Map(wishes.map((one) => [one.place.code, one]));
  return placeLabels(
    wishes.map(({ wish }) => wish),
    busy,
    area,
    u / 2,
    memory.offsets,
  ).flatMap(({ id, x, y, box }) => {
    const one = byId.get(id);
    return one === undefined
      ? []
      : [
          {
            id,
            x,
            y,
            box,
            name: one.name,
            below: one.below,
            strong: one.strong,
            dx: x - one.wish.x,
            dy: y - one.wish.y,
          },
        ];
  });
}

let anchorsFor: { base: BaseMap; bounds: string; anchors: ReadonlyMap<string, [number, number]> } | null = null;

/** Anchors change with the camera only, and cost more than everything else here. */
function anchorsOf(base: BaseMap, view: View): ReadonlyMap<string, [number, number]> {
  const bounds = view.bounds.join();
  if (anchorsFor?.base !== base || anchorsFor.bounds !== bounds) {
    anchorsFor = { base, bounds, anchors: visibleAnchors(base.districts, view.bounds) };
  }
  return anchorsFor.anchors;
}
