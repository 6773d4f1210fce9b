import { outlineOf } from '#domain/place/outline.ts';
import type { PlaceRow } from '#domain/place/place-row.ts';
import type { Level, Outline, ShapedPlace } from '#domain/place/place.ts';
import { buildCity, type CitySources } from './build/city.ts';
import { buildTianjin, tianjinSources } from './build/tianjin.ts';

export { buildCity, buildTianjin, tianjinSources, type CitySources };

/** The day the codes are as of (the statistics bureau's list of 30 June 2023), midnight in Tianjin. */
export const VALID_FROM = Date.UTC(2023, 5, 29, 16);

/** A row of the `place` table, with the instant (UTC ms) from which it is valid. */
export type SeedPlaceRow = PlaceRow & { validFrom: number };

/** GeoJSON feature of a district or subdistrict, WGS-84. */
export type PlaceFeature = {
  type: 'Feature';
  id: number;
  properties: {
    code: string;
    parentCode: string | null;
    nameZh: string;
    nameEn: string;
    approximate: boolean;
    areaM2: number;
    lon: number;
    lat: number;
  };
  geometry: Outline;
};

/** All rows of the seed, parents before children, for `loadPlaces` or the `place` table. About 62 000. */
export function* placeRows(places: readonly ShapedPlace[] = buildTianjin()): Generator<SeedPlaceRow> {
  for (const { parts, centroid, ...place } of places) {
    const ring = place.level === 'grid' ? parts[0]?.[0] : undefined;
    yield {
      ...place,
      lon: centroid.lon,
      lat: centroid.lat,
      geometry: ring === undefined ? outlineOf(parts) : null,
      cell: ring === undefined ? null : Array.from(ring),
      validFrom: VALID_FROM,
    };
  }
}

export function districtFeatures(places: readonly ShapedPlace[] = buildTianjin()): PlaceFeature[] {
  return features(places, 'district');
}

export function subdistrictFeatures(places: readonly ShapedPlace[] = buildTianjin()): PlaceFeature[] {
  return features(places, 'subdistrict');
}

function features(places: readonly ShapedPlace[], level: Level): PlaceFeature[] {
  return places.flatMap((place): PlaceFeature[] => {
    const geometry = place.level === level ? outlineOf(place.parts) : null;
    if (geometry === null) return [];
    const { code, parentCode, nameZh, nameEn, approximate, areaM2 } = place;
    const { lon, lat } = place.centroid;
    const properties = { code, parentCode, nameZh, nameEn, approximate, areaM2, lon, lat };
    return [{ type: 'Feature', id: Number(code), properties, geometry }];
  });
}
