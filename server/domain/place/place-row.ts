import { partsOf } from './outline.ts';
import { PlaceIndex } from './place-index.ts';
import type { Hosting, Level, Outline, Place, ShapedPlace } from './place.ts';

/**
 * A place as the `place` table keeps it. The outline is either GeoJSON in `geometry`, or, where it is one small ring
 * (computed grids), `cell`: [lon, lat, lon, lat, …] in microdegrees, not closed. A place may have neither.
 */
export type PlaceRow = {
  code: string;
  level: string;
  parentCode: string | null;
  nameZh: string;
  nameEn: string;
  approximate: boolean;
  hosting: string | null;
  areaM2: number;
  lon: number;
  lat: number;
  population: number | null;
  geometry: unknown;
  cell: readonly number[] | null;
};

const levelNames: readonly string[] = ['city', 'district', 'subdistrict', 'community', 'grid'] satisfies Level[];
const hostings: readonly string[] = ['central', 'federated'] satisfies Hosting[];

/**
 * Builds the index from rows that are valid at one time, in any order, with any outlines.
 * Throws RangeError naming the place whose row is not usable.
 */
export function loadPlaces(rows: Iterable<PlaceRow>): PlaceIndex {
  const shaped: ShapedPlace[] = [];
  for (const row of rows) shaped.push({ ...placeOf(row), parts: shapeOfRow(row) });
  return new PlaceIndex(shaped);
}

function placeOf(row: PlaceRow): Place {
  if (!levelNames.includes(row.level)) throw new RangeError(`place ${row.code}: "${row.level}" is no level`);
  if (row.hosting !== null && !hostings.includes(row.hosting))
    throw new RangeError(`place ${row.code}: "${row.hosting}" is no hosting`);
  return {
    code: row.code,
    level: row.level as Level,
    parentCode: row.parentCode,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    approximate: row.approximate,
    hosting: row.hosting as Hosting | null,
    areaM2: row.areaM2,
    centroid: { lon: row.lon, lat: row.lat },
    population: row.population,
  };
}

/** Its outline as in ShapedPlace. Throws RangeError naming the place whose outline is not usable. */
export function shapeOfRow(row: PlaceRow): ShapedPlace['parts'] {
  if (row.cell !== null && row.cell.length > 0) {
    if (row.cell.length < 6 || row.cell.length % 2 !== 0)
      throw new RangeError(`place ${row.code}: its cell of ${row.cell.length} numbers is no ring`);
    return [[row.cell]];
  }
  if (row.geometry === null || row.geometry === undefined) return [];
  if (!isOutline(row.geometry)) throw new RangeError(`place ${row.code}: its geometry is no Polygon or MultiPolygon`);
  try {
    return partsOf(row.geometry);
  } catch (error) {
    throw new RangeError(`place ${row.code}: ${error instanceof Error ? error.message : 'its geometry is broken'}`);
  }
}

function isOutline(value: unknown): value is Outline {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('coordinates' in value)) return false;
  if (!Array.isArray(value.coordinates)) return false;
  const polygons: unknown[] = value.type === 'Polygon' ? [value.coordinates] : value.coordinates;
  if (value.type !== 'Polygon' && value.type !== 'MultiPolygon') return false;
  return polygons.every(
    (rings) => Array.isArray(rings) && rings.every((ring) => Array.isArray(ring) && ring.every(Array.isArray)),
  );
}
