import type { Pool } from 'pg';
import { asStoreError } from '../unavailable.ts';

const STATE = `SELECT coalesce(string_agg(kind || ' ' || version, ', ' ORDER BY kind), '') AS state
  FROM list_version WHERE current AND kind = ANY($1::text[])`;

/** Names the state of lists as they are stored: another text, other lists. Rejects with StoreUnavailable. */
export async function storedLists(pool: Pool, kinds: readonly string[]): Promise<string> {
  try {
    const { rows } = await pool.query<{ state: string }>({ name: 'stored-lists', text: STATE, values: [kinds] });
    return rows[0]?.state ?? '';
  } catch (error) {
    throw asStoreError(error);
  }
}
