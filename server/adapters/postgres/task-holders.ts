import type { Pool } from 'pg';
import type { TaskHolder } from '#application/projection/waiting-board.ts';
import { reported } from './unavailable.ts';

// The newest of a case: one whose passage has just ended may still be open beside it.
const HOLDERS = `SELECT DISTINCT ON (case_id) case_id AS "caseId", collector, taken_at IS NOT NULL AS taken
  FROM collector_task WHERE ended_at IS NULL ORDER BY case_id, instance DESC`;

/** Which collector has the task of each case in verification or check. Rejects with StoreUnavailable. */
export async function readTaskHolders(pool: Pool): Promise<TaskHolder[]> {
  return (await reported(pool.query<TaskHolder>({ name: 'task-holders', text: HOLDERS }))).rows;
}
