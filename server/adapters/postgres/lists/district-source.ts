import type { Pool } from 'pg';
import type { DistrictSource, NamedDistrict } from '#application/lists/named-district.ts';
import { reported } from '../unavailable.ts';

const DISTRICTS = `SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM place
  WHERE valid_to IS NULL AND level = 'district' ORDER BY code`;

/** The city's districts, as lists that name one look them up. */
export function createDistrictSource(pool: Pool): DistrictSource {
  return () => reported(pool.query<NamedDistrict>(DISTRICTS).then(({ rows }) => rows));
}
