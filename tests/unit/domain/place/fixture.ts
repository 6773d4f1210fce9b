import type { Outline } from '#domain/place/place.ts';
import type { PlaceRow } from '#domain/place/place-row.ts';

/** An axis-parallel box as GeoJSON. */
export function boxOutline(west: number, south: number, east: number, north: number): Outline {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
  return { type: 'Polygon', coordinates: [ring] };
}

export function row(code: string, level: string, parentCode: string | null, geometry: unknown): PlaceRow {
  const names = { nameZh: `${code}号`, nameEn: `No ${code}` };
  const facts = { approximate: false, hosting: null, areaM2: 1, lon: 117, lat: 39, population: null };
  return { code, level, parentCode, geometry, cell: null, ...names, ...facts };
}

/** One district of 0.1° with a pond cut out; its west half a subdistrict with two communities, one of them with a grid. */
export function smallCity(): PlaceRow[] {
  const district = {
    type: 'Polygon',
    coordinates: [
      [[117, 39], [117.1, 39], [117.1, 39.1], [117, 39.1], [117, 39]],
      [[117.08, 39.08], [117.09, 39.08], [117.09, 39.09], [117.08, 39.09], [117.08, 39.08]],
    ],
  }; // prettier-ignore
  const grid = row('120101001001001', 'grid', '120101001001', null);
  return [
    {
      ...grid,
      cell: [117_000_000, 39_000_000, 117_001_000, 39_000_000, 117_001_000, 39_001_000, 117_000_000, 39_001_000],
    },
    row('120000', 'city', null, null),
    row('120101', 'district', '120000', district),
    row('120101001', 'subdistrict', '120101', boxOutline(117, 39, 117.05, 39.1)),
    row('120101001001', 'community', '120101001', boxOutline(117, 39, 117.05, 39.05)),
    row('120101001002', 'community', '120101001', {
      type: 'MultiPolygon',
      coordinates: [
        boxOutline(117, 39.05, 117.02, 39.1).coordinates,
        boxOutline(117.03, 39.05, 117.05, 39.1).coordinates,
      ],
    }),
  ];
}
