import type { Pool } from 'pg';
import type { BriefingStore } from '#application/briefing/briefing-store.ts';
import type { BriefingList, BriefingStep } from '#domain/briefing/briefing-list.ts';
import { reported } from '../unavailable.ts';

type Row = {
  id: string;
  version: number;
  owner_id: string;
  owner_name: string;
  scope: string;
  name: string;
  shared: boolean;
  steps: BriefingStep[];
  changed_at: Date;
};
const COLUMNS = 'id, version, owner_id, owner_name, scope, name, shared, steps, changed_at';

/** Lists of briefings, one row each, their steps as one document. */
export function createBriefingStore(pool: Pool): BriefingStore {
  return {
    async readable(owner, most) {
      const { rows } = await reported(
        pool.query<Row>(
          `SELECT ${COLUMNS} FROM briefing_list WHERE owner_id = $1 OR shared
             ORDER BY (owner_id = $1) DESC, changed_at DESC, id LIMIT $2`,
          [owner, most],
        ),
      );
      return rows.map(listOf).sort((one, other) => other.changedAt - one.changedAt);
    },
    async get(id) {
      const { rows } = await reported(pool.query<Row>(`SELECT ${COLUMNS} FROM briefing_list WHERE id = $1`, [id]));
      return rows[0] === undefined ? null : listOf(rows[0]);
    },
    async count(owner) {
      const asked = 'SELECT count(*)::int AS lists FROM briefing_list WHERE owner_id = $1';
      const { rows } = await reported(pool.query<{ lists: number }>(asked, [owner]));
      return rows[0]?.lists ?? 0;
    },
    async put({ id, version, owner, scope, name, shared, steps, changedAt }, before) {
      const values = [id, version, owner.id, owner.name, scope, name, shared, JSON.stringify(steps), changedAt];
      const { rowCount } = await reported(
        before === 0
          ? pool.query(
              `INSERT INTO briefing_list (${COLUMNS})
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000)) ON CONFLICT (id) DO NOTHING`,
              values,
            )
          : pool.query(
              `UPDATE briefing_list SET version = $2, owner_name = $4, scope = $5, name = $6, shared = $7, steps = $8,
                 changed_at = to_timestamp($9::float8 / 1000) WHERE id = $1 AND owner_id = $3 AND version = $10`,
              [...values, before],
            ),
      );
      return rowCount === 1;
    },
    async remove(id, owner) {
      const { rowCount } = await reported(
        pool.query('DELETE FROM briefing_list WHERE id = $1 AND owner_id = $2', [id, owner]),
      );
      return rowCount === 1;
    },
  };
}

function listOf(row: Row): BriefingList {
  const { id, version, scope, name, shared, steps } = row;
  const owner = { id: row.owner_id, name: row.owner_name };
  return { id, version, owner, scope, name, shared, steps, changedAt: row.changed_at.getTime() };
}
