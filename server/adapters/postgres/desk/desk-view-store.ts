import type { Pool } from 'pg';
import type { DeskView, DeskViewStore } from '#application/desk/desk-views.ts';
import { instantSql } from '../columns.ts';
import { reported } from '../unavailable.ts';

const COLUMNS = `v.id, v.owner_id, v.owner_name, v.scope, v.name, v.shared, v.filter, ${instantSql('v.changed_at')} AS changed_at`;
type Row = Pick<DeskView, 'id' | 'scope' | 'name' | 'shared' | 'filter'> & {
  owner_id: string;
  owner_name: string;
  changed_at: number;
};

/** Kept views of the desk's queue, one row each. */
export function createDeskViewStore(pool: Pool): DeskViewStore {
  return {
    async readable(owner, most) {
      const text = `SELECT ${COLUMNS} FROM desk_view v WHERE v.owner_id = $1 OR v.shared
        ORDER BY (v.owner_id = $1) DESC, v.changed_at DESC, v.id LIMIT $2`;
      const { rows } = await reported(pool.query<Row>(text, [owner, most]));
      return rows.map(viewOf);
    },
    async count(owner) {
      const text = 'SELECT count(*)::int AS views FROM desk_view WHERE owner_id = $1';
      const { rows } = await reported(pool.query<{ views: number }>(text, [owner]));
      return rows[0]?.views ?? 0;
    },
    async put({ id, owner, scope, name, shared, filter, changedAt }) {
      const text = `INSERT INTO desk_view AS v (id, owner_id, owner_name, scope, name, shared, filter, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))
        ON CONFLICT (id) DO UPDATE SET owner_name = EXCLUDED.owner_name, scope = EXCLUDED.scope, name = EXCLUDED.name,
          shared = EXCLUDED.shared, filter = EXCLUDED.filter, changed_at = EXCLUDED.changed_at
        WHERE v.owner_id = EXCLUDED.owner_id`;
      const values = [id, owner.id, owner.name, scope, name, shared, JSON.stringify(filter), changedAt];
      return (await reported(pool.query(text, values))).rowCount === 1;
    },
    async remove(id, owner) {
      const text = 'DELETE FROM desk_view WHERE id = $1 AND owner_id = $2';
      return (await reported(pool.query(text, [id, owner]))).rowCount === 1;
    },
  };
}

function viewOf({ id, owner_id, owner_name, scope, name, shared, filter, changed_at }: Row): DeskView {
  return { id, owner: { id: owner_id, name: owner_name }, scope, name, shared, filter, changedAt: changed_at };
}
