import gcoord from 'gcoord';
import type { Position } from './position.ts';

/**
 * Datums that outside systems use. wgs84 and cgcs2000 agree within a few centimetres and are kept as they come; gcj02
 * (most Chinese map services) and bd09 (Baidu) are converted at the edge.
 */
export const DATUMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];

export function isDatum(text: string): text is Datum {
  return (DATUMS as readonly string[]).includes(text);
}

/** A position of a datum in WGS-84, degrees. Outside China no datum is shifted; the way there and back agrees within 0.1 m. */
export function toWgs84(lon: number, lat: number, datum: Datum): Position {
  if (datum !== 'gcj02' && datum !== 'bd09') return { lon, lat };
  const [east, north] = gcoord.transform([lon, lat], datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09, gcoord.WGS84);
  return { lon: east, lat: north };
}

/** A WGS-84 position as a datum has it, degrees. */
export function fromWgs84(lon: number, lat: number, datum: Datum): Position {
  if (datum !== 'gcj02' && datum !== 'bd09') return { lon, lat };
  const [east, north] = gcoord.transform([lon, lat], gcoord.WGS84, datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09);
  return { lon: east, lat: north };
}

/**
 * No city lies where a Chinese position ends up with its numbers exchanged: north of 73° between 3° and 54° E there is
 * Arctic sea and Svalbard. Elsewhere only a latitude beyond the pole gives it away.
 */
export function looksSwapped(lon: number, lat: number): boolean {
  if (lat >= 73 && lat <= 136 && lon >= 3 && lon <= 54) return true;
  return Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
}
