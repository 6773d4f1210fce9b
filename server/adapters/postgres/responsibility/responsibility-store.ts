import type { Pool, PoolClient } from 'pg';
import type { EntryStore } from '#application/lists/entry-list.ts';
import type { ResponsibilityEntry } from '#application/responsibility/responsibility-entries.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { instantSql } from '../columns.ts';
import { createEntryStore } from '../lists/entry-store.ts';
import { writeRows } from '../seed/seed-city.ts';
import type { SeededTable } from '../seed/seed-columns.ts';
import { reported } from '../unavailable.ts';

const TABLE: SeededTable<ResponsibilityEntry> = {
  table: 'responsibility_grid',
  key: ['code', 'valid_from'],
  columns: [
    { name: 'code', type: 'text', of: (it) => it.code },
    { name: 'name_zh', type: 'text', of: (it) => it.name.zh },
    { name: 'name_en', type: 'text', of: (it) => it.name.en },
    { name: 'person', type: 'text', of: (it) => it.person },
    { name: 'collector', type: 'text', of: (it) => it.collector },
    { name: 'department_code', type: 'text', of: (it) => it.departmentCode },
    { name: 'approximate', type: 'boolean', of: (it) => it.approximate },
    { name: 'unit_grids', type: 'json', of: (it) => it.unitGrids },
    { name: 'valid_from', type: 'instant', of: (it) => it.validFrom },
    { name: 'valid_to', type: 'instant', of: (it) => it.validTo },
  ],
};

const MEMBERS = `code, jsonb_build_object('zh', name_zh, 'en', name_en) AS name, person, collector,
  department_code AS "departmentCode", approximate, unit_grids AS "unitGrids"`;
const SPAN = `${instantSql('valid_from')}::float8 AS "validFrom", ${instantSql('valid_to')}::float8 AS "validTo"`;
// Computed ones were made over the demonstration's own unit grids; a city's have other outlines under the same codes.
const MEANT = `NOT (approximate AND EXISTS (SELECT 1 FROM seed_mark WHERE part = 'places' AND own))`;
const ALL = `SELECT ${MEMBERS}, ${SPAN} FROM responsibility_grid WHERE ${MEANT} ORDER BY code, valid_from`;
const IN_USE = `SELECT ${MEMBERS} FROM responsibility_grid WHERE valid_to IS NULL AND ${MEANT} ORDER BY code`;
const THEN = `SELECT ${MEMBERS} FROM responsibility_grid WHERE unit_grids ? $1 AND ${MEANT}
  AND valid_from <= to_timestamp($2::float8 / 1000) AND (valid_to IS NULL OR valid_to > to_timestamp($2::float8 / 1000))
  ORDER BY code LIMIT 1`;

/** The list of responsibility grids: every span of time is an entry, so that an undo brings back the past as it was. */
export function createResponsibilityStore(pool: Pool): EntryStore<ResponsibilityEntry> {
  return createEntryStore<ResponsibilityEntry>(pool, {
    kind: 'responsibility-grids',
    seedPart: 'responsibility-grids',
    read: async (client) => (await client.query<ResponsibilityEntry>(ALL)).rows,
    write: writeEntries,
  });
}

/** Makes these all the entries there are. */
export async function writeEntries(
  client: Pick<PoolClient, 'query'>,
  entries: readonly ResponsibilityEntry[],
): Promise<void> {
  await client.query(
    `DELETE FROM responsibility_grid g WHERE NOT EXISTS (
       SELECT 1 FROM unnest($1::text[], $2::float8[]) AS kept(code, valid_from)
       WHERE kept.code = g.code AND to_timestamp(kept.valid_from / 1000) = g.valid_from)`,
    [entries.map(({ code }) => code), entries.map(({ validFrom }) => validFrom)],
  );
  // What ends makes room first: a code is in use once.
  const isEnded = ({ validTo }: ResponsibilityEntry): boolean => validTo !== null;
  await writeRows(client, TABLE, entries.filter(isEnded));
  await writeRows(
    client,
    TABLE,
    entries.filter((entry) => !isEnded(entry)),
  );
}

/** Responsibility grids in use. Rejects with StoreUnavailable. */
export function readResponsibilityGrids(pool: Pool): Promise<ResponsibilityGrid[]> {
  return reported(pool.query<ResponsibilityGrid>(IN_USE).then(({ rows }) => rows));
}

/** The one that a unit grid lay in at an instant (epoch ms); null for none. Rejects with StoreUnavailable. */
export function readResponsibilityAt(pool: Pool, unitGrid: string, at: number): Promise<ResponsibilityGrid | null> {
  const asked = pool.query<ResponsibilityGrid>({ name: 'responsibility-at', text: THEN, values: [unitGrid, at] });
  return reported(asked.then(({ rows }) => rows[0] ?? null));
}

const FACTS = {
  departments: 'SELECT code, name_zh AS "nameZh" FROM department WHERE retired_at IS NULL',
  collectors: `SELECT code FROM team WHERE kind = 'collector'`,
};

/** Departments in use and codes of collectors, as the list looks them up. Rejects with StoreUnavailable. */
export async function readResponsibilityFacts(
  pool: Pool,
): Promise<{ departments: { code: string; nameZh: string }[]; collectors: Set<string> }> {
  const departments = reported(pool.query<{ code: string; nameZh: string }>(FACTS.departments));
  const collectors = reported(pool.query<{ code: string }>(FACTS.collectors));
  return {
    departments: (await departments).rows,
    collectors: new Set((await collectors).rows.map(({ code }) => code)),
  };
}
