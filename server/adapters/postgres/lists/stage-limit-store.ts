import type { Pool } from 'pg';
import type { StageLimit } from '#domain/category/condition.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import type { EntryStore } from '#application/lists/entry-list.ts';
import { writeRows } from '../seed/seed-city.ts';
import { STAGE_LIMITS } from '../seed/seed-columns.ts';
import { createEntryStore } from './entry-store.ts';

const READ = `SELECT stage, district_code AS district, limit_value AS value, limit_unit AS unit, source
  FROM stage_limit ORDER BY stage, district_code`;
const KEEP = `DELETE FROM stage_limit
  WHERE NOT (stage, district_code) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

type Row = { stage: StageLimit['stage']; district: string; value: number; unit: LimitUnit; source: string };

/** The list of stage limits. Events carry the limit they were counted by, so nothing needs to be kept of older ones. */
export function createStageLimitStore(pool: Pool): EntryStore<StageLimit> {
  return createEntryStore<StageLimit>(pool, {
    kind: 'stage-limits',
    seedPart: 'catalogue',
    async read(client) {
      const { rows } = await client.query<Row>(READ);
      return rows.map(({ stage, district, value, unit, source }) => ({
        stage,
        ...(district !== '' && { districtCode: district }),
        limit: { value, unit },
        configurable: true,
        source,
      }));
    },
    async write(client, entries) {
      await writeRows(client, STAGE_LIMITS, entries);
      const districts = entries.map(({ districtCode }) => districtCode ?? '');
      await client.query(KEEP, [entries.map(({ stage }) => stage), districts]);
    },
  });
}
