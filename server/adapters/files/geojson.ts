import { decodeText } from '#application/lists/decode-text.ts';
import { FileFault } from './file-fault.ts';
import type { MapFeature, MapLayer } from './map-layer.ts';
import { projectionOfCrs, type Projection } from './map-projection.ts';

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/**
 * Reads GeoJSON: a FeatureCollection, a list of features, one feature or one geometry; UTF-8, UTF-16 or GB18030. Members it
 * does not know are left alone; a `crs` member is heeded.
 *
 * @throws FileFault where it is no GeoJSON or in a system that is not known.
 */
export function readGeoJson(bytes: Uint8Array): MapLayer {
  const { text, encoding } = decodeText(bytes);
  const document = parse(text.replace(/^\uFEFF/u, ''));
  const project = projectionOfCrs((document as { crs?: unknown }).crs);
  const features = featuresOf(document).map((feature, at) => featureOf(feature, at + 1, project));
  return { features, encoding, notes: [] };
}

function parse(text: string): object {
  if (text.trim() === '') throw new FileFault('the file is empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/u.exec(message)?.[1];
    const line = at === undefined ? '' : ` at line ${text.slice(0, Number(at)).split('\n').length}`;
    throw new FileFault(
      `the file is no GeoJSON and no Shapefile: it breaks off as JSON${line} (${message.slice(0, 120)})`,
    );
  }
  if (typeof value !== 'object' || value === null) throw new FileFault('the file holds a single value, no features');
  return value;
}

function featuresOf(document: object): unknown[] {
  if (Array.isArray(document)) return document as unknown[];
  const { type, features } = document as { type?: unknown; features?: unknown };
  if (Array.isArray(features)) return features as unknown[];
  if (type === 'FeatureCollection') throw new FileFault('its FeatureCollection has no list of features');
  if (type === 'Feature' || (typeof type === 'string' && GEOMETRIES.has(type))) return [document];
  if (type === 'Topology') throw new FileFault('the file is TopoJSON: export it as GeoJSON');
  throw new FileFault(
    `the file is JSON, but no GeoJSON: its "type" is ${JSON.stringify(type)?.slice(0, 40) ?? 'absent'}`,
  );
}

function featureOf(value: unknown, line: number, project: Projection): MapFeature {
  if (typeof value !== 'object' || value === null) return { line, properties: {}, geometry: null };
  const { type, properties, geometry, id } = value as {
    type?: unknown;
    properties?: unknown;
    geometry?: unknown;
    id?: unknown;
  };
  if (typeof type === 'string' && GEOMETRIES.has(type))
    return { line, properties: {}, geometry: projected(value, project) };
  const own = typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};
  const named = id === undefined || 'id' in own ? own : { ...own, id };
  return { line, properties: named as Record<string, unknown>, geometry: projected(geometry, project) };
}

function projected(geometry: unknown, project: Projection): unknown {
  if (project === null || typeof geometry !== 'object' || geometry === null) return geometry;
  const { type, coordinates, geometries } = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown };
  if (Array.isArray(geometries)) return { type, geometries: geometries.map((each) => projected(each, project)) };
  return { type, coordinates: moved(coordinates, project) };
}

function moved(value: unknown, project: (x: number, y: number) => [number, number]): unknown {
  if (!Array.isArray(value)) return value;
  const [x, y] = value as unknown[];
  if (typeof x === 'number' && typeof y === 'number') return project(x, y);
  return (value as unknown[]).map((each) => moved(each, project));
}
