import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson';
import type { MapTiles } from '#wire/tiles.ts';

type Named = { nameZh?: string; nameEn?: string };
export type AreaFeature = Feature<Polygon | MultiPolygon, Named & { code: string; approximate?: boolean }>;
export type RiverFeature = Feature<LineString | MultiLineString, Named & { level?: number }>;

/** The base map: all that lies still under the picture. Degrees, WGS-84. A part that is missing is empty. */
export type BaseMap = {
  districts: FeatureCollection<Polygon | MultiPolygon, AreaFeature['properties']>;
  subdistricts: FeatureCollection<Polygon | MultiPolygon, AreaFeature['properties']>;
  sea: FeatureCollection<Polygon | MultiPolygon>;
  coast: FeatureCollection<LineString | MultiLineString>;
  rivers: FeatureCollection<LineString | MultiLineString, RiverFeature['properties']>;
  /** A city's own tiles, which bring waters and streets with them; null or absent: the parts here are all there is. */
  tiles?: MapTiles | null;
  places: FeatureCollection<
    Point,
    { nameZh: string | null; nameEn: string | null; code: string | null; level?: number }
  >;
};

const PARTS = ['districts', 'subdistricts', 'sea', 'coast', 'rivers', 'places'] as const satisfies Exclude<
  keyof BaseMap,
  'tiles'
>[];

let loading: Promise<BaseMap> | null = null;

/** Loads the base map from our own server, once a page. A part that cannot be had is left out and said in the log. */
export function loadBase(): Promise<BaseMap> {
  loading ??= Promise.all([Promise.all(PARTS.map(loadPart)), tilesToDraw()]).then(
    ([parts, tiles]) => ({ ...Object.fromEntries(PARTS.map((name, index) => [name, parts[index]])), tiles }) as BaseMap,
  );
  return loading;
}

let loadingTiles: Promise<MapTiles | null> | null = null;

/** What tiles there are, asked once a page; null where there are none. */
export function loadTiles(): Promise<MapTiles | null> {
  loadingTiles ??= fetch('/map/tiles.json')
    .then(async (answer) => (answer.ok ? ((await answer.json()) as MapTiles | null) : null))
    .catch((error: unknown) => {
      console.info('base map: no tiles', error);
      return null;
    });
  return loadingTiles;
}

async function tilesToDraw(): Promise<MapTiles | null> {
  const tiles = await loadTiles();
  if (tiles?.kind === 'archive') (await import('./tile-archive.ts')).readArchives();
  return tiles;
}

async function loadPart(name: string): Promise<FeatureCollection<Geometry>> {
  try {
    const answer = await fetch(`/map/${name}.json`);
    if (answer.ok) return (await answer.json()) as FeatureCollection<Geometry>;
    console.info(`base map: no ${name}, the server answered ${answer.status}`);
  } catch (error) {
    console.info(`base map: no ${name}`, error);
  }
  return { type: 'FeatureCollection', features: [] };
}
