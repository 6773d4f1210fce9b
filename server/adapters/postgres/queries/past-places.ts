import type { Pool } from 'pg';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import type { Located, Position } from '#domain/place/position.ts';
import { reported } from '../unavailable.ts';
import { readPlaceRows } from './place-rows.ts';

/** Between two bounds no outline began or ended; versions tell of imports and undos, which move bounds. */
const SPAN = `SELECT coalesce(extract(epoch FROM max(bound)) * 1000, 0)::float8 AS bound,
    (SELECT coalesce(string_agg(version::text, ',' ORDER BY version), '') FROM list_version
      WHERE current AND kind = 'places') AS version
  FROM (SELECT valid_from AS bound FROM place UNION SELECT valid_to FROM place) AS bounds
  WHERE bound <= to_timestamp($1::float8 / 1000)`;

/** Locates by the outlines of any instant. Those of the span that was asked about last are kept. */
export function createPastPlaces(pool: Pool): { locateAt(position: Position, at: number): Promise<Located> } {
  let kept: { span: string; index: Promise<PlaceIndex> } | null = null;
  return {
    async locateAt({ lon, lat }, at) {
      const { rows } = await reported(pool.query<{ bound: number; version: string }>(SPAN, [at]));
      const span = `${rows[0]?.bound ?? 0} ${rows[0]?.version ?? ''}`;
      if (kept?.span !== span) {
        const reading = { span, index: readPlaceRows(pool, at).then(loadPlaces) };
        kept = reading;
        // A failed reading is not kept: the next question reads again.
        reading.index.catch(() => {
          if (kept === reading) kept = null;
        });
      }
      return (await kept.index).locate(lon, lat);
    },
  };
}
