import type { Pool } from 'pg';
import type { ClockMark } from '#application/deadline/restate-clocks.ts';
import { reported } from './unavailable.ts';

const PART = 'clocks';

/** The mark stands beside those of the seed's parts. */
export function createClockMark(pool: Pool): ClockMark {
  return {
    async read() {
      const found = await reported(
        pool.query<{ version: string }>('SELECT version FROM seed_mark WHERE part = $1', [PART]),
      );
      return found.rows[0]?.version ?? null;
    },
    async write(version) {
      await reported(
        pool.query(
          `INSERT INTO seed_mark (part, version, own) VALUES ($1, $2, false)
           ON CONFLICT (part) DO UPDATE SET version = EXCLUDED.version, at = now()`,
          [PART, version],
        ),
      );
    },
  };
}
