import type { Pool } from 'pg';
import type { DepartmentEntry, DepartmentFacts } from '#application/lists/department-list.ts';
import type { EntryStore } from '#application/lists/entry-list.ts';
import { reported } from '../unavailable.ts';
import { writeRows } from '../seed/seed-city.ts';
import { DEPARTMENTS, type SeededTable } from '../seed/seed-columns.ts';
import { createEntryStore } from './entry-store.ts';

const TABLE: SeededTable<DepartmentEntry> = {
  ...DEPARTMENTS,
  columns: [
    ...DEPARTMENTS.columns,
    { name: 'credit_code', type: 'text', of: (it) => it.creditCode },
    { name: 'retired_at', type: 'instant', of: () => null },
  ],
};

const READ = `SELECT code, district_code AS "districtCode", subdistrict_code AS "subdistrictCode",
  parent_code AS "parentCode", kind, trade, jsonb_build_object('zh', name_zh, 'en', name_en) AS name,
  credit_code AS "creditCode" FROM department WHERE retired_at IS NULL ORDER BY code`;

/** The list of departments in use. What it drops is retired: cases keep the department that they were dispatched to. */
export function createDepartmentStore(pool: Pool): EntryStore<DepartmentEntry> {
  return createEntryStore<DepartmentEntry>(pool, {
    kind: 'departments',
    seedPart: 'departments',
    read: async (client) => (await client.query<DepartmentEntry>(READ)).rows,
    async write(client, entries) {
      await writeRows(client, TABLE, entries);
      await client.query(
        'UPDATE department SET retired_at = now() WHERE retired_at IS NULL AND NOT code = ANY($1::text[])',
        [entries.map(({ code }) => code)],
      );
    },
  });
}

const PLACES = `SELECT code, level, parent_code AS "parentCode", name_zh AS "nameZh" FROM place
  WHERE valid_to IS NULL AND level IN ('city', 'district', 'subdistrict')`;

/** What the list of departments looks up: the places that a department may serve. */
export function createDepartmentFacts(pool: Pool): DepartmentFacts {
  type Row = Awaited<ReturnType<DepartmentFacts>>[number];
  return () => reported(pool.query<Row>(PLACES).then(({ rows }) => rows));
}
