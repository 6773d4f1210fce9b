import type { Pool } from 'pg';
import type { Category } from '#domain/category/category.ts';
import type { WholeClock } from '#domain/case/case.ts';
import type { Department } from '#domain/department/department.ts';
import type { ForeignDepartment, ImportSource } from '#application/import/profile.ts';
import type { WholeClocks } from '#application/import/verdicts.ts';
import { arraysOf, insertSql } from './columns.ts';
import { CATEGORIES, DEPARTMENTS, SOURCES } from './seed/seed-columns.ts';
import { asStoreError } from './unavailable.ts';

const INSERT_SOURCES = `${insertSql(SOURCES.table, SOURCES.columns)} ON CONFLICT DO NOTHING`;
const INSERT_CATEGORIES = `${insertSql(CATEGORIES.table, CATEGORIES.columns)} ON CONFLICT DO NOTHING`;
const INSERT_DEPARTMENTS = `${insertSql(DEPARTMENTS.table, DEPARTMENTS.columns)} ON CONFLICT DO NOTHING`;
const WHOLE_CLOCKS = `SELECT external_id, state->'whole' AS whole, state->'place'->>'districtCode' AS district FROM city_case
  WHERE source = $1 AND external_id = ANY($2::text[])`;

/**
 * Makes a file's source, categories and departments known; what is known already stays as it is. Rejects with
 * StoreUnavailable when the store cannot be reached.
 */
export async function knowImported(
  pool: Pool,
  { id, nameZh, nameEn }: ImportSource,
  categories: readonly Category[],
  departments: readonly ForeignDepartment[],
): Promise<void> {
  const source = { id, name: { zh: nameZh, en: nameEn }, simulated: false, beatSeconds: 0, districtCode: null };
  try {
    await pool.query(INSERT_SOURCES, arraysOf(SOURCES.columns, [source]));
    await pool.query(INSERT_CATEGORIES, arraysOf(CATEGORIES.columns, categories));
    await pool.query(INSERT_DEPARTMENTS, arraysOf(DEPARTMENTS.columns, departments.map(departmentOf)));
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Of a foreign department only the name is known: it stands for somebody who disposes, on no place of ours. */
function departmentOf({ code, name }: ForeignDepartment): Department {
  const nowhere = { districtCode: null, subdistrictCode: null, parentCode: null };
  return { code, ...nowhere, kind: 'dispose', trade: 'utilities', name: { zh: name, en: name } };
}

/** Reads whole-case clocks by the source's own ids. */
export function createWholeClocks(pool: Pool): WholeClocks {
  type Row = { external_id: string; whole: WholeClock | null; district: string | null };
  return async (source, sourceIds) => {
    try {
      const { rows } = await pool.query<Row>({ name: 'whole-clocks', text: WHOLE_CLOCKS, values: [source, sourceIds] });
      return new Map(rows.map((row) => [row.external_id, { whole: row.whole, districtCode: row.district }]));
    } catch (error) {
      throw asStoreError(error);
    }
  };
}
