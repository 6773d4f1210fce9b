import type { Pool } from 'pg';
import type { CaseHead, CaseLogs } from '#application/evaluation/evaluation-port.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import type { Phase } from '#domain/case/stage.ts';
import { EVENT_SQL, eventOfRow, type EventRow } from '../case-log/event-rows.ts';
import { readHead } from '../case-log/read.ts';
import { reported } from '../unavailable.ts';

const PAGE = `SELECT l.case_id, ${EVENT_SQL} FROM (SELECT id FROM city_case WHERE id > $1 ORDER BY id LIMIT $2) AS c
  JOIN log_entry l ON l.case_id = c.id AND l.kind = 'case' ORDER BY l.case_id, l.position`;

const OF_CASES = `SELECT l.case_id, ${EVENT_SQL} FROM log_entry l
  WHERE l.case_id = ANY($1::int[]) AND l.kind = 'case' ORDER BY l.case_id, l.position`;

const CHANGED = `SELECT position::float8 AS position,
  (SELECT array_agg(DISTINCT l.case_id) FROM log_entry l WHERE l.position > $1 AND l.kind = 'case') AS ids
  FROM log_head WHERE id = 1`;

const HEADS = 'SELECT id, number, address, category_key, phase FROM city_case WHERE id = ANY($1::int[])';

type LogRow = EventRow & { case_id: number };
type HeadRow = { id: number; number: string; address: string; category_key: string | null; phase: Phase };

/** Logs of whole cases, read set-wise. */
export function createCaseLogs(pool: Pool): CaseLogs {
  return {
    async page(after, limit) {
      const { rows } = await reported(
        pool.query<LogRow>({ name: 'evaluation-page', text: PAGE, values: [after, limit] }),
      );
      const highest = await reported(
        pool.query<{ highest: number | null }>('SELECT max(id) AS highest FROM city_case'),
      );
      return { cases: byCase(rows), highest: highest.rows[0]?.highest ?? 0 };
    },
    async eventsOf(ids) {
      const { rows } = await reported(pool.query<LogRow>({ name: 'evaluation-cases', text: OF_CASES, values: [ids] }));
      return byCase(rows);
    },
    head: () => reported(readHead(pool)),
    async changedAfter(position) {
      type Row = { position: number; ids: number[] | null };
      const { rows } = await reported(
        pool.query<Row>({ name: 'evaluation-changed', text: CHANGED, values: [position] }),
      );
      return { position: rows[0]?.position ?? position, ids: rows[0]?.ids ?? [] };
    },
    async heads(ids) {
      const { rows } = await reported(pool.query<HeadRow>(HEADS, [ids]));
      return new Map(
        rows.map((row): [number, CaseHead] => [
          row.id,
          { number: row.number, address: row.address, categoryKey: row.category_key, phase: row.phase },
        ]),
      );
    },
  };
}

/** Rows come case by case. */
function byCase(rows: readonly LogRow[]): { id: number; events: CaseEvent[] }[] {
  const cases: { id: number; events: CaseEvent[] }[] = [];
  for (const row of rows) {
    const last = cases.at(-1);
    if (last?.id === row.case_id) last.events.push(eventOfRow(row));
    else cases.push({ id: row.case_id, events: [eventOfRow(row)] });
  }
  return cases;
}
