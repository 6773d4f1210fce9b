import type { Pool } from 'pg';
import { reported } from './unavailable.ts';

/** Tables of one row that hold a document of the city's own choices, with who changed it last and when. */
type Table = 'case_rule' | 'indicator_setting' | 'load_limit';

/**
 * The document of a table; an empty one where nobody has chosen anything yet.
 *
 * @returns `write` takes the document, the id of who changes it, and when (epoch ms). Both reject with StoreUnavailable.
 */
export function oneDocument<Read extends object, Written extends object = Read>(
  pool: Pool,
  table: Table,
): {
  read(): Promise<Partial<Read>>;
  write(document: Written, by: string, at: number): Promise<void>;
} {
  return {
    async read() {
      const text = `SELECT document FROM ${table} WHERE id = 1`;
      const { rows } = await reported(pool.query<{ document: Partial<Read> }>(text));
      return rows[0]?.document ?? {};
    },
    async write(document, by, at) {
      const text = `INSERT INTO ${table} (id, document, changed_at, changed_by)
        VALUES (1, $1, to_timestamp($2::float8 / 1000), $3)
        ON CONFLICT (id) DO UPDATE
          SET document = EXCLUDED.document, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`;
      await reported(pool.query(text, [JSON.stringify(document), at, by]));
    },
  };
}
