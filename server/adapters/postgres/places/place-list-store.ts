import type { Pool } from 'pg';
import type { PlaceEntry } from '#application/place/place-entries.ts';
import type { EntryStore } from '#application/lists/entry-list.ts';
import { instantSql, type Column } from '../columns.ts';
import { createEntryStore } from '../lists/entry-store.ts';
import { writeRows } from '../seed/seed-city.ts';
import { PLACES, type SeededTable } from '../seed/seed-columns.ts';

const ALL = `SELECT code, level, parent_code AS "parentCode", name_zh AS "nameZh", name_en AS "nameEn", approximate,
  hosting, area_m2 AS "areaM2", lon, lat, population, geometry, cell, ${instantSql('valid_from')}::float8 AS "validFrom",
  ${instantSql('valid_to')}::float8 AS "validTo" FROM place ORDER BY code, valid_from`;

const VALID_TO: Column<PlaceEntry> = { name: 'valid_to', type: 'instant', of: (it) => it.validTo };
const TABLE: SeededTable<PlaceEntry> = {
  table: PLACES.table,
  key: PLACES.key,
  columns: [...PLACES.columns.filter(({ name }) => name !== VALID_TO.name), VALID_TO],
};

/** The places' list: every outline of every span of time is an entry, so that an undo brings back the past as it was. */
export function createPlaceListStore(pool: Pool): EntryStore<PlaceEntry> {
  return createEntryStore<PlaceEntry>(pool, {
    kind: 'places',
    seedPart: 'places',
    async read(client) {
      return (await client.query<PlaceEntry>(ALL)).rows;
    },
    async write(client, entries) {
      await client.query(
        `DELETE FROM place p WHERE NOT EXISTS (SELECT 1 FROM unnest($1::text[], $2::float8[]) AS kept(code, valid_from)
         WHERE kept.code = p.code AND to_timestamp(kept.valid_from / 1000) = p.valid_from)`,
        [entries.map(({ code }) => code), entries.map(({ validFrom }) => validFrom)],
      );
      // What ends makes room first: a code has one outline in use.
      const [ended, used] = [
        entries.filter(({ validTo }) => validTo !== null),
        entries.filter(({ validTo }) => validTo === null),
      ];
      await writeRows(client, TABLE, ended);
      await writeRows(client, TABLE, used);
    },
  });
}
