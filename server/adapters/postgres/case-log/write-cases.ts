import type { PoolClient } from 'pg';
import { arraysOf, insertSql, rowsOf, valueOf } from '../columns.ts';
import { CASE_COLUMNS, CASE_ID, CHANGED_COLUMNS, type CaseRow } from './case-columns.ts';

const INSERT = insertSql('city_case', CASE_COLUMNS);

const UPDATE = `UPDATE city_case c
  SET ${CHANGED_COLUMNS.map((column) => `${column.name} = ${valueOf(column, 'w')}`).join(', ')}
  FROM ${rowsOf([CASE_ID, ...CHANGED_COLUMNS], 'w')} WHERE c.id = w.id`;

/** Writes new case rows. Throws the database's unique violation for a (source, external id) stored before. */
export async function insertCases(client: PoolClient, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({ name: 'case-insert', text: INSERT, values: arraysOf(CASE_COLUMNS, rows) });
}

/** Overwrites the state of stored cases. Throws when one of them is not stored or is given twice. */
export async function updateCases(client: PoolClient, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = arraysOf([CASE_ID, ...CHANGED_COLUMNS], rows);
  const { rowCount } = await client.query({ name: 'case-update', text: UPDATE, values });
  if (rowCount !== rows.length) throw new Error(`${rows.length} changed cases given, ${rowCount ?? 0} of them stored`);
}
