import type { Status } from '#wire/figures.ts';
import type { BaseMap } from '../../map/base.ts';
import type { Bounds, Padding } from '../../map/bounds.ts';
import { lookAt, type Look, type Size } from '../../map/look.ts';
import { boxOf } from '../../map/outlines.ts';
import type { Names } from '../../stores/dictionary-store.ts';
import type { MapLook } from './options.ts';
import { PADDING_UNITS } from './room.ts';

type Focus = Status['view']['focus'];
type Named = { nameZh: string; nameEn: string };

/** What a map looks at: its ground, the places whose edge is bright, the spot it is about, and what it is called. */
export type Subject = {
  ground: { bounds: Bounds } | { lon: number; lat: number; zoom: number };
  codes: readonly string[];
  spot?: { lon: number; lat: number };
  name: Named | null;
};

/** Where a case lies, and what it is. */
export type CaseSpot = { lon: number; lat: number; subdistrictCode: string | null; categoryKey: string | null };

/** Zooms of a screen on which u is 10 px; others look at the same ground. */
const POINT_ZOOM = 15;
/** Near enough to tell neighbouring cases apart, far enough that the next teams and a boundary are seen. */
const CASE_ZOOM = 14.4;
const USUAL_UNIT = 10;

/**
 * What a look means now. Null where it cannot be known yet: a case that has not come yet or has no position, a place that no map and no
 * dictionary knows.
 */
export function subjectOf(
  look: MapLook,
  focus: Focus,
  base: BaseMap,
  names: Names,
  spot: CaseSpot | null,
): Subject | null {
  switch (look.kind) {
    case 'busy':
      return { ground: { bounds: focus.bounds }, codes: focus.districtCodes, name: focus };
    case 'place':
      return placeSubject(look.code, base, names);
    case 'point':
      return { ground: { lon: look.lng, lat: look.lat, zoom: look.zoom ?? POINT_ZOOM }, codes: [], name: null };
    case 'case': {
      if (spot === null) return null;
      const codes = spot.subdistrictCode === null ? [] : [spot.subdistrictCode];
      return {
        ground: { lon: spot.lon, lat: spot.lat, zoom: CASE_ZOOM },
        codes,
        spot: { lon: spot.lon, lat: spot.lat },
        name: names.category(spot.categoryKey),
      };
    }
  }
}

function placeSubject(code: string, base: BaseMap, names: Names): Subject | null {
  const name = names.place(code) ?? (names.dictionary?.city.code === code ? names.dictionary.city : null);
  const areas = code.length > 6 ? base.subdistricts.features : base.districts.features;
  const whole = names.dictionary?.city.code === code;
  const boxes = areas
    .filter(({ properties }) => whole || properties.code === code)
    .map(({ geometry }) => boxOf(geometry));
  const [first] = boxes;
  if (first !== undefined) {
    const bounds = boxes.reduce<Bounds>(
      (sum, box) => [
        Math.min(sum[0], box[0]),
        Math.min(sum[1], box[1]),
        Math.max(sum[2], box[2]),
        Math.max(sum[3], box[3]),
      ],
      first,
    );
    return { ground: { bounds }, codes: whole ? [] : [code], name };
  }
  // Without an outline the place's own middle, from as high as a place of its size needs.
  const known = names.place(code);
  if (known === null) return null;
  const zoom = Math.min(16, 13 - Math.log2(Math.sqrt(Math.max(known.areaM2, 1e4)) / 5_000));
  return { ground: { lon: known.lon, lat: known.lat, zoom }, codes: [], name };
}

/** The look at a subject for a box of some size. */
export function lookOf({ ground }: Subject, size: Size, u: number): Look {
  if ('bounds' in ground) return lookAt(ground.bounds, size, inPixels(PADDING_UNITS, u));
  return { lon: ground.lon, lat: ground.lat, zoom: Math.min(19, ground.zoom + Math.log2(u / USUAL_UNIT)) };
}

function inPixels({ top, right, bottom, left }: Padding, u: number): Padding {
  return { top: top * u, right: right * u, bottom: bottom * u, left: left * u };
}
