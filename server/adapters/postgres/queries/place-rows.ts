import type { Pool } from 'pg';
import type { PlaceRow } from '#domain/place/place-row.ts';
import { reported } from '../unavailable.ts';

const PLACES = `SELECT code, level, parent_code AS "parentCode", name_zh AS "nameZh", name_en AS "nameEn", approximate,
  hosting, area_m2 AS "areaM2", lon, lat, population, geometry, cell FROM place WHERE valid_to IS NULL`;

/** All places that are valid now, with their outlines: what the place index is built from. Rejects with StoreUnavailable. */
export function readPlaceRows(pool: Pool): Promise<PlaceRow[]> {
  return reported(pool.query<PlaceRow>(PLACES).then(({ rows }) => rows));
}
