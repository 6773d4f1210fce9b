import proj4 from 'proj4';
import { FileFault } from './file-fault.ts';

/** From the file's own coordinates to [longitude, latitude] in degrees; null: they are degrees already. */
export type Projection = ((x: number, y: number) => [number, number]) | null;

const CGCS2000 = '+ellps=GRS80 +units=m +no_defs';
const HINT = 'export the layer in longitude and latitude, EPSG:4490 (CGCS2000) or EPSG:4326 (WGS-84)';

/** National systems whose shift to CGCS2000 every city has its own secret parameters for. */
const OLDER_DATUMS = /beijing[\s_]*(19)?54|xian[\s_]*(19)?80|krasovsky|krassowsky|iag[\s_]*75|tokyo|nad[\s_]*27/iu;

/**
 * Projection of a Shapefile's .prj (WKT of ESRI or OGC).
 *
 * @throws FileFault for a system that cannot be converted without parameters of the city's own.
 */
export function projectionOfWkt(wkt: string): Projection {
  const text = wkt.trim();
  if (text === '') return null;
  if (OLDER_DATUMS.test(text))
    throw new FileFault(
      `the .prj says ${nameOf(text)}: that datum is converted with parameters of the city's own; ${HINT}`,
    );
  const projected = /^(PROJCS|PROJCRS|PROJECTEDCRS|BOUNDCRS)\s*\[/iu.test(text);
  if (!projected) {
    if (!/^(GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS)\s*\[/iu.test(text))
      throw new FileFault(`the .prj is no coordinate system: "${text.slice(0, 60)}"; ${HINT}`);
    return null;
  }
  return through(text, `the .prj's system ${nameOf(text)}`);
}

/**
 * Projection of a GeoJSON `crs` member; absent, WGS-84 and CGCS2000 in degrees need none.
 *
 * @throws FileFault naming the system where it is none that is known here.
 */
export function projectionOfCrs(crs: unknown): Projection {
  if (crs === undefined || crs === null) return null;
  const { properties, type } = crs as { properties?: { name?: unknown; code?: unknown }; type?: unknown };
  const name = type === 'EPSG' ? `EPSG:${String(properties?.code)}` : properties?.name;
  if (typeof name !== 'string')
    throw new FileFault(`its "crs" member names no coordinate system; remove it, or ${HINT}`);
  if (/CRS:?84/iu.test(name)) return null;
  const epsg = /EPSG.*?(\d{4,6})\s*$/iu.exec(name)?.[1];
  if (epsg === undefined)
    throw new FileFault(`its "crs" member says ${name.slice(0, 80)}, which is not known here; ${HINT}`);
  if (epsg === '4326' || epsg === '4490' || epsg === '4979') return null;
  const definition = definitionOf(Number(epsg));
  if (definition === null) throw new FileFault(`its "crs" member says EPSG:${epsg}, which is not known here; ${HINT}`);
  return through(definition, `EPSG:${epsg}`);
}

/** The systems that Chinese cities publish in: CGCS2000 Gauss-Krüger (EPSG 4491 to 4554), UTM, web Mercator. */
function definitionOf(epsg: number): string | null {
  const zone = (meridian: number, east: number): string =>
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${east} +y_0=0 ${CGCS2000}`;
  if (epsg >= 4491 && epsg <= 4501) return zone(6 * (epsg - 4478) - 3, (epsg - 4478) * 1e6 + 5e5);
  if (epsg >= 4502 && epsg <= 4512) return zone(75 + 6 * (epsg - 4502), 5e5);
  if (epsg >= 4513 && epsg <= 4533) return zone(3 * (epsg - 4488), (epsg - 4488) * 1e6 + 5e5);
  if (epsg >= 4534 && epsg <= 4554) return zone(75 + 3 * (epsg - 4534), 5e5);
  if (epsg >= 32643 && epsg <= 32653) return `+proj=utm +zone=${epsg - 32600} +datum=WGS84 +units=m +no_defs`;
  if (epsg === 3857 || epsg === 900913 || epsg === 102100) return 'EPSG:3857';
  return null;
}

function through(definition: string, what: string): Projection {
  try {
    const converter = proj4(definition, 'WGS84');
    return (x, y) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return [x, y];
      const [lon, lat] = converter.forward([x, y]);
      return [lon, lat];
    };
  } catch (error) {
    throw new FileFault(
      `${what} cannot be converted (${error instanceof Error ? error.message : String(error)}); ${HINT}`,
    );
  }
}

function nameOf(wkt: string): string {
  return /\[\s*"([^"]*)"/u.exec(wkt)?.[1] ?? wkt.slice(0, 40);
}
