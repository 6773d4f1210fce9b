import type { Position } from './position.ts';

export type Level = 'city' | 'district' | 'subdistrict' | 'community' | 'grid';

/** Where a district's cases are worked: in the city's own platform, or in the district's, which reports to it. */
export type Hosting = 'central' | 'federated';

/** One node of the tree of places, as valid today. Codes per GB/T 30428.1. */
export type Place = {
  code: string;
  level: Level;
  /** Null for the city only. */
  parentCode: string | null;
  nameZh: string;
  /** Short name in Latin letters, without the word for its level. */
  nameEn: string;
  /** True where the outline is computed, not published; every screen that shows it says so. */
  approximate: boolean;
  /** Districts only. */
  hosting: Hosting | null;
  areaM2: number;
  /** A point inside the outline, near its middle. */
  centroid: Position;
  population: number | null;
};

/** Closed rings of [lon, lat] in degrees as in GeoJSON: the outer one, then holes. */
export type PolygonRings = number[][][];

/** GeoJSON geometry of a place, WGS-84. */
export type Outline =
  { type: 'Polygon'; coordinates: PolygonRings } | { type: 'MultiPolygon'; coordinates: PolygonRings[] };

/**
 * A place with its outline as parts of rings in microdegrees, [lon, lat, lon, lat, …], not closed. Each part's first
 * ring is the outer one, the others are holes. No parts: a place without an outline, in which no point is found.
 */
export type ShapedPlace = Place & { parts: readonly (readonly ArrayLike<number>[])[] };
