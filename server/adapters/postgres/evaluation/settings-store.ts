import type { Pool } from 'pg';
import type { SettingsStore } from '#application/evaluation/settings-book.ts';
import type { SettingsChange } from '#domain/indicator/settings.ts';
import { reported } from '../unavailable.ts';

/** How the city reads its figures, as one document in one row. */
export function createSettingsStore(pool: Pool): SettingsStore {
  return {
    async read() {
      const found = await reported(
        pool.query<{ document: SettingsChange }>('SELECT document FROM indicator_setting WHERE id = 1'),
      );
      return found.rows[0]?.document ?? {};
    },
    async write(settings, by, at) {
      await reported(
        pool.query(
          `INSERT INTO indicator_setting (id, document, changed_at, changed_by)
           VALUES (1, $1, to_timestamp($2::float8 / 1000), $3)
           ON CONFLICT (id) DO UPDATE
             SET document = EXCLUDED.document, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`,
          [JSON.stringify(settings), at, by],
        ),
      );
    },
  };
}
