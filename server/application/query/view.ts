import { busyDistricts } from '#domain/place/busy-districts.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Place } from '#domain/place/place.ts';
import type { Status } from '#wire/figures.ts';

type View = Status['view'];
type Bounds = View['bounds'];

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * What a scope's maps show: everything of it, and its busiest part. The busy part of a city is its densely peopled
 * districts; of a district, the whole.
 */
export function viewOf(places: PlaceIndex): (scope: string) => View {
  const known = new Map<string, View>();
  return (scope) => {
    let view = known.get(scope);
    if (!view) known.set(scope, (view = build(places, scope)));
    return view;
  };
}

function build(places: PlaceIndex, scope: string): View {
  const place = places.get(scope) ?? places.places[0]!;
  const { nameZh, nameEn, level } = place;
  const bounds = boundsOf(places, [place]);
  const whole = { nameZh, nameEn, bounds, districtCodes: [] };
  if (level !== 'city') return { nameZh, nameEn, bounds, focus: whole };
  const dense = busyDistricts(places);
  if (dense.length === 0) return { nameZh, nameEn, bounds, focus: whole };
  return {
    nameZh,
    nameEn,
    bounds,
    focus: {
      nameZh: `中心${NUMERALS[dense.length] ?? dense.length}区`,
      nameEn: `${dense.length} central districts`,
      bounds: boundsOf(places, dense),
      districtCodes: dense.map(({ code }) => code),
    },
  };
}

function boundsOf(places: PlaceIndex, some: readonly Place[]): Bounds {
  const bounds: Bounds = [180, 90, -180, -90];
  const include = (place: Place): void => {
    const ordinal = places.ordinalOf(place.code);
    const parts = places.partsAt(ordinal);
    for (const [ring] of parts) {
      for (let index = 0; ring && index + 1 < ring.length; index += 2) {
        const lon = ring[index]! / 1e6;
        const lat = ring[index + 1]! / 1e6;
        bounds[0] = Math.min(bounds[0], lon);
        bounds[1] = Math.min(bounds[1], lat);
        bounds[2] = Math.max(bounds[2], lon);
        bounds[3] = Math.max(bounds[3], lat);
      }
    }
    // A place without an outline of its own reaches as far as its children do.
    if (parts.length === 0) for (const child of places.childrenOf(ordinal)) include(places.places[child]!);
  };
  for (const place of some) include(place);
  return bounds;
}
