import type { Pool } from 'pg';
import type { EntryStore } from '#application/lists/entry-list.ts';
import type { SuccessorFacts } from '#application/place/successor-list.ts';
import type { Succession } from '#domain/place/succession.ts';
import { createEntryStore } from '../lists/entry-store.ts';
import { writeRows } from '../seed/seed-city.ts';
import { SUCCESSIONS } from '../seed/seed-columns.ts';
import { reported } from '../unavailable.ts';

const READ = `SELECT code, successor, to_char(since, 'YYYY-MM-DD') AS since, share, name_zh AS "nameZh",
  name_en AS "nameEn", reason FROM place_successor ORDER BY code, successor`;

/** All that is known of abolished codes. Rejects with StoreUnavailable. */
export async function readSuccessions(pool: Pool): Promise<Succession[]> {
  return reported(pool.query<Succession>(READ).then(({ rows }) => rows));
}

/** The list of abolished codes. */
export function createSuccessorStore(pool: Pool): EntryStore<Succession> {
  return createEntryStore<Succession>(pool, {
    kind: 'place-successors',
    seedPart: 'successions',
    read: async (client) => (await client.query<Succession>(READ)).rows,
    async write(client, entries) {
      await client.query('DELETE FROM place_successor');
      await writeRows(client, SUCCESSIONS, entries);
    },
  });
}

const PLACES = `SELECT DISTINCT ON (code) code, valid_to IS NULL AS "inUse", name_zh AS "nameZh", name_en AS "nameEn"
  FROM place WHERE code = ANY($1::text[]) ORDER BY code, valid_from DESC`;

/** What the list looks up: the newest of what each code ever named. */
export function createSuccessorFacts(pool: Pool): SuccessorFacts {
  type Row = Awaited<ReturnType<SuccessorFacts>>[number];
  return (codes) => reported(pool.query<Row>(PLACES, [codes]).then(({ rows }) => rows));
}
