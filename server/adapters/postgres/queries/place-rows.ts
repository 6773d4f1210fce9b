import type { Pool } from 'pg';
import type { PlaceRow } from '#domain/place/place-row.ts';
import { reported } from '../unavailable.ts';

const PLACES = `SELECT code, level, parent_code AS "parentCode", name_zh AS "nameZh", name_en AS "nameEn", approximate,
  hosting, area_m2 AS "areaM2", lon, lat, population, geometry, cell FROM place`;
const IN_USE = `${PLACES} WHERE valid_to IS NULL`;
const THEN = `${PLACES} WHERE valid_from <= to_timestamp($1::float8 / 1000)
  AND (valid_to IS NULL OR valid_to > to_timestamp($1::float8 / 1000))`;

/**
 * All places with their outlines: what the place index is built from. Rejects with StoreUnavailable.
 *
 * @param at those that were valid at this instant (epoch ms); null: those in use.
 */
export function readPlaceRows(pool: Pool, at: number | null = null): Promise<PlaceRow[]> {
  const asked = at === null ? pool.query<PlaceRow>(IN_USE) : pool.query<PlaceRow>(THEN, [at]);
  return reported(asked.then(({ rows }) => rows));
}
