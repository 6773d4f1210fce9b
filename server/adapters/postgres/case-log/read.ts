import type { Pool } from 'pg';
import type { AlertChange, DueDeadline, LogEntry, LogSnapshot } from '#application/ports.ts';
import type { Alert } from '#domain/alert/alert.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { STAGES } from '#domain/case/stage.ts';
import { instantSql } from '../columns.ts';
import { ALERT_SQL, alertOfRow, type AlertRow } from './alert-rows.ts';
import { REPLY_BY_SQL, SUMMARY_SQL, SUPERVISIONS_SQL, summaryOfRow, type SummaryRow } from './case-columns.ts';
import { CANARY_LINES, canaryEntry, type CanaryRow } from './canary.ts';
import { EVENT_SQL, eventOfRow, type EventRow } from './event-rows.ts';
import { readBlocks, type BlockShelf, type RestatedBlock } from './restated-blocks.ts';

export const OPEN_SQL = `c.phase IN (${STAGES.map((stage) => `'${stage}'`).join(', ')})`;

type EntryRow = { position: number; case_id: number; recorded_at: number } & (
  | ({ kind: 'case'; judged_due_at: number | null } & EventRow)
  | { kind: 'alert'; type: AlertChange; data: Alert }
  | { kind: 'restated' }
);
type LineRow = EntryRow | CanaryRow;

// One statement sees one moment: read apart, a canary might come before what was stored before it.
const AFTER = `(SELECT l.position::float8 AS position, l.kind, l.case_id, l.type, ${EVENT_SQL},
  ${instantSql('l.judged_due_at')} AS judged_due_at
  FROM log_entry l WHERE l.position > $1 ORDER BY l.position LIMIT $2)
UNION ALL (${CANARY_LINES} WHERE c.position > $1) ORDER BY position LIMIT $2`;
const SUMMARIES = `SELECT ${SUMMARY_SQL} FROM city_case c WHERE c.id = ANY($1::int[])`;

/** See CaseLog.readAfter. */
export async function readAfter(pool: Pool, position: number, limit: number): Promise<LogEntry[]> {
  const { rows } = await pool.query<LineRow>({ name: 'log-after', text: AFTER, values: [position, limit] });
  const caseIds = new Set(rows.flatMap((row) => (row.kind === 'case' ? [row.case_id] : [])));
  const summaries = await readSummaries(pool, [...caseIds]);
  const restated = rows.flatMap((row) => (row.kind === 'restated' ? [row.position] : []));
  const blocks = new Map((await readBlocks(pool, restated)).map((block) => [block.position, block]));
  return rows.map((row) => {
    if (row.kind === 'canary') return canaryEntry(row);
    return row.kind === 'restated' ? restatedEntry(row, blocks) : entryOfRow(row, summaries);
  });
}

/** Summaries of the named cases as they are now. */
export async function readSummaries(pool: Pool, caseIds: number[]): Promise<Map<number, CaseSummary>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await pool.query<SummaryRow>({ name: 'case-summaries', text: SUMMARIES, values: [caseIds] });
  return new Map(rows.map((row) => [row.id, summaryOfRow(row)]));
}

/** A log line from its row; `summaries` holds the cases that the lines are about. */
function entryOfRow(
  row: Exclude<EntryRow, { kind: 'restated' }>,
  summaries: ReadonlyMap<number, CaseSummary>,
): LogEntry {
  const { position, recorded_at: recordedAt, case_id: caseId } = row;
  if (row.kind === 'alert') return { position, recordedAt, kind: 'alert', caseId, change: row.type, alert: row.data };
  const after = summaries.get(caseId);
  if (after === undefined) throw new Error(`log entry ${position} is about case ${caseId}, which is not stored`);
  return { position, recordedAt, kind: 'case', caseId, event: eventOfRow(row), after, judgedDueAt: row.judged_due_at };
}

function restatedEntry(row: EntryRow, blocks: ReadonlyMap<number, RestatedBlock>): LogEntry {
  const block = blocks.get(row.position);
  if (block === undefined) throw new Error(`log entry ${row.position} restates cases that are not stored`);
  return { ...block, recordedAt: row.recorded_at, kind: 'restated' };
}

export async function readHead(pool: Pool): Promise<{ position: number; epoch: string }> {
  type Row = { position: number; epoch: string };
  const { rows } = await pool.query<Row>('SELECT position::float8 AS position, epoch FROM log_head WHERE id = 1');
  if (rows[0] === undefined) throw new Error('log_head has no row: the migrations were not applied');
  return rows[0];
}

const OPEN_CASES = `SELECT ${SUMMARY_SQL} FROM city_case c WHERE ${OPEN_SQL} ORDER BY c.id`;
// Nearly always none: found by the partial index of cases on which requests wait.
const ENDED_WAITING = `SELECT ${SUMMARY_SQL} FROM city_case c WHERE NOT (${OPEN_SQL}) AND c.requests_pending > 0 ORDER BY c.id`;
const UNRESOLVED = `SELECT ${ALERT_SQL} FROM alert a WHERE a.status <> 'resolved' ORDER BY a.id`;

/** See CaseLog.snapshot. */
export async function readSnapshot(pool: Pool, shelf: BlockShelf): Promise<LogSnapshot> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    // One database snapshot for all questions.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const head = await client.query<{ position: number; restating: number[] }>(
      'SELECT position::float8 AS position, restating::float8[] AS restating FROM log_head WHERE id = 1',
    );
    const pending = await shelf.pending(client, head.rows[0]?.restating ?? []);
    const cases = await client.query<SummaryRow>(OPEN_CASES);
    const ended = await client.query<SummaryRow>(ENDED_WAITING);
    const alerts = await client.query<AlertRow>(UNRESOLVED);
    await client.query('COMMIT');
    return {
      position: head.rows[0]?.position ?? 0,
      cases: cases.rows.map((row) => pending.summary(summaryOfRow(row))),
      ended: ended.rows.map(summaryOfRow),
      alerts: alerts.rows.map(alertOfRow),
    };
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

// Each clock looks its alert up by the key. Written as NOT EXISTS, a store that has no statistics yet (its first minute,
// an import just done) joins every clock with every alert: 28 s where this takes a tenth of one.
const RUNNING = (['stage', 'whole'] as const).flatMap((clock) =>
  (['warning', 'timeout'] as const).map((threshold) => {
    const at = `c.${clock}_${threshold === 'warning' ? 'warn' : 'due'}_at`;
    const instance = clock === 'stage' ? 'c.stage_instance' : '0';
    return `(SELECT c.id, ${instance} AS instance, c.${clock}_round AS round, '${threshold}' AS threshold, ${at} AS at
  FROM city_case c WHERE ${at} <= to_timestamp($1::float8 / 1000) AND c.${clock}_round IS NOT NULL AND ${OPEN_SQL}
    AND (SELECT a.id FROM alert a WHERE a.case_id = c.id AND a.instance = ${instance}
      AND a.round = c.${clock}_round AND a.threshold = '${threshold}') IS NULL
  ORDER BY ${at} LIMIT $2)`;
  }),
);
// A case may owe several replies: those of the few cases that owe any, found by their partial index.
const OWED = `(SELECT c.id, (s->>'no')::int AS instance, 0 AS round, 'reply-late' AS threshold, ${REPLY_BY_SQL} AS at
  FROM city_case c CROSS JOIN LATERAL ${SUPERVISIONS_SQL}
  WHERE c.replies_owed > 0 AND c.reply_due_at <= to_timestamp($1::float8 / 1000) AND ${OPEN_SQL}
    AND ${REPLY_BY_SQL} <= to_timestamp($1::float8 / 1000)
    AND (SELECT a.id FROM alert a WHERE a.case_id = c.id AND a.instance = (s->>'no')::int AND a.round = 0
      AND a.threshold = 'reply-late') IS NULL
  ORDER BY at LIMIT $2)`;
const DEADLINES = `SELECT id AS "caseId", instance, round, threshold, ${instantSql('at')} AS "dueAt"
  FROM (${[...RUNNING, OWED].join('\nUNION ALL\n')}) AS running
  ORDER BY at, id, instance, threshold DESC LIMIT $2`;

/** See CaseLog.deadlinesUntil. */
export async function readDeadlines(pool: Pool, until: number, limit: number): Promise<DueDeadline[]> {
  return (await pool.query<DueDeadline>(DEADLINES, [until, limit])).rows;
}

/** See CaseLog.alertPlace. */
export async function readAlertPlace(pool: Pool, alertId: number): Promise<string[] | null> {
  const { rows } = await pool.query<{ district: string | null; subdistrict: string | null }>({
    name: 'alert-place',
    text: `SELECT c.district_code AS district, c.subdistrict_code AS subdistrict
             FROM alert a JOIN city_case c ON c.id = a.case_id WHERE a.id = $1`,
    values: [alertId],
  });
  const row = rows[0];
  return row ? [row.district, row.subdistrict].filter((code) => code !== null) : null;
}
