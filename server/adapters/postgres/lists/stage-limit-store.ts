import type { Pool } from 'pg';
import type { StageLimit } from '#domain/category/condition.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import type { EntryStore } from '#application/lists/entry-list.ts';
import { writeRows } from '../seed/seed-city.ts';
import { STAGE_LIMITS } from '../seed/seed-columns.ts';
import { createEntryStore } from './entry-store.ts';

const READ = 'SELECT stage, limit_value AS value, limit_unit AS unit, source FROM stage_limit ORDER BY stage';

type Row = { stage: StageLimit['stage']; value: number; unit: LimitUnit; source: string };

/** The list of stage limits. Events carry the limit they were counted by, so nothing needs to be kept of older ones. */
export function createStageLimitStore(pool: Pool): EntryStore<StageLimit> {
  return createEntryStore<StageLimit>(pool, {
    kind: 'stage-limits',
    seedPart: 'catalogue',
    async read(client) {
      const { rows } = await client.query<Row>(READ);
      return rows.map(({ stage, value, unit, source }) => ({
        stage,
        limit: { value, unit },
        configurable: true,
        source,
      }));
    },
    async write(client, entries) {
      await writeRows(client, STAGE_LIMITS, entries);
      const stages = entries.map(({ stage }) => stage);
      await client.query('DELETE FROM stage_limit WHERE NOT stage = ANY($1::text[])', [stages]);
    },
  });
}
