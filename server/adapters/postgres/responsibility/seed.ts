import type { Pool, PoolClient } from 'pg';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { instantSql } from '../columns.ts';
import { writeEntries } from './responsibility-store.ts';

// Any number that no other part of the platform locks: two nodes that start together seed one after the other.
const SEED_LOCK = 7_202_611_220_015n;
const MARK = `SELECT version, own FROM seed_mark WHERE part = 'responsibility-grids'`;

/**
 * Makes computed responsibility grids those in use, where a city brought neither its own nor its own places.
 *
 * @param version names what they are made of: where it is in already, `make` is not called.
 * @returns how many were written; null where nothing was to be done.
 */
export async function seedResponsibilityGrids(
  pool: Pool,
  version: string,
  make: () => Iterable<ResponsibilityGrid>,
): Promise<number | null> {
  const places = await pool.query<{ version: string; own: boolean }>(
    `SELECT version, own FROM seed_mark WHERE part = 'places'`,
  );
  const [mark] = places.rows;
  if (mark === undefined || mark.own) return null;
  const whole = `${version} over ${mark.version}`;
  const isIn = async (client: Pick<PoolClient, 'query'>): Promise<boolean> => {
    const { rows } = await client.query<{ version: string; own: boolean }>(MARK);
    return rows[0] !== undefined && (rows[0].own || rows[0].version === whole);
  };
  if (await isIn(pool)) return null;
  const from = await pool.query<{ at: number }>(
    `SELECT coalesce(max(${instantSql('valid_from')}), 0)::float8 AS at FROM place WHERE level = 'grid' AND valid_to IS NULL`,
  );
  // They hold for as long as the unit grids that they are made of.
  const entries = [...make()].map((grid) => ({ ...grid, validFrom: from.rows[0]?.at ?? 0, validTo: null }));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const done = await isIn(client);
    if (!done) {
      await writeEntries(client, entries);
      await client.query(
        `INSERT INTO seed_mark (part, version, own) VALUES ('responsibility-grids', $1, false)
         ON CONFLICT (part) DO UPDATE SET version = EXCLUDED.version, own = false, at = now()`,
        [whole],
      );
    }
    await client.query('COMMIT');
    return done ? null : entries.length;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
