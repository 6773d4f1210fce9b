import type { Pool } from 'pg';
import type { Handbook } from '#application/case/handbook.ts';
import { limitUnits, type Limit } from '#domain/clock/limit.ts';

type LimitRow = { key: string; no: number; value: number; unit: string };

/** The handbook as the store has it now, with a city's own catalogue where it brought one. */
export async function readHandbook(pool: Pool): Promise<Handbook> {
  const [categories, departments, conditions, stages] = await Promise.all([
    pool.query<{ key: string }>('SELECT key FROM category'),
    pool.query<{ code: string }>('SELECT code FROM department'),
    pool.query<LimitRow>(
      `SELECT category_key AS key, condition_no AS no, limit_value AS value, limit_unit AS unit FROM filing_condition`,
    ),
    pool.query<LimitRow>('SELECT stage AS key, 0 AS no, limit_value AS value, limit_unit AS unit FROM stage_limit'),
  ]);
  const categoryKeys = new Set(categories.rows.map(({ key }) => key));
  const departmentCodes = new Set(departments.rows.map(({ code }) => code));
  const limits = new Map(conditions.rows.map((row) => [`${row.key} ${row.no}`, { limit: limitOf(row) }]));
  const stageLimits = new Map(stages.rows.map((row) => [row.key, limitOf(row)]));
  return {
    stageLimit: (stage) => stageLimits.get(stage) ?? null,
    condition: (key, no) => limits.get(`${key} ${no}`) ?? null,
    hasCategory: (key) => categoryKeys.has(key),
    isDepartment: (code) => departmentCodes.has(code),
  };
}

function limitOf({ key, value, unit }: LimitRow): Limit {
  const known = limitUnits.find((it) => it === unit);
  if (known === undefined) throw new Error(`the limit of ${key} has an unknown unit: ${unit}`);
  return { value, unit: known };
}
