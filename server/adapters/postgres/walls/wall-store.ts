import type { Pool } from 'pg';
import type { WallStore } from '#application/wall/wall-store.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { reported } from '../unavailable.ts';

type Row = { version: number; document: Omit<StandingWall, 'version'> };

/** Walls as one document a row. */
export function createWallStore(pool: Pool): WallStore {
  return {
    async all() {
      const { rows } = await reported(pool.query<Row>('SELECT version, document FROM wall ORDER BY id'));
      return rows.map(({ version, document }) => ({ ...document, version }));
    },
    async put({ version, ...document }, before, by, at) {
      const values = [document.wall.id, version, document.wall.scope, JSON.stringify(document), at, by];
      const { rowCount } = await reported(
        before === 0
          ? pool.query(
              `INSERT INTO wall (id, version, scope, document, changed_at, changed_by)
               VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6) ON CONFLICT (id) DO NOTHING`,
              values,
            )
          : pool.query(
              `UPDATE wall SET version = $2, scope = $3, document = $4, changed_at = to_timestamp($5::float8 / 1000),
                 changed_by = $6 WHERE id = $1 AND version = $7`,
              [...values, before],
            ),
      );
      return rowCount === 1;
    },
    async remove(id) {
      const { rowCount } = await reported(pool.query('DELETE FROM wall WHERE id = $1', [id]));
      return rowCount === 1;
    },
  };
}
