import type { Pool } from 'pg';
import type { SuspensionStore } from '#application/ports.ts';

/** Suspensions read from the case rows; a partial index holds only suspended cases. */
export function createSuspensionStore(pool: Pool): SuspensionStore {
  return {
    async endedBy(at, limit) {
      const found = await pool.query<{ number: string }>({
        name: 'suspensions-ended',
        text: `SELECT number FROM city_case
                WHERE suspended AND (state->'suspended'->>'until')::float8 <= $1
                ORDER BY id LIMIT $2`,
        values: [at, limit],
      });
      return found.rows.map(({ number }) => number);
    },
  };
}
