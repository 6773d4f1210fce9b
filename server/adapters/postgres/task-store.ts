import type { Pool } from 'pg';
import type { Assigned, CollectorTask, TaskStore, TaskToMake } from '#application/task/task-port.ts';
import type { VisitStore, Visit } from '#application/task/visit-book.ts';
import type { AssignedHow, TaskKind } from '#domain/task/task.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { SUMMARY_SQL, summaryOfRow, type SummaryRow } from './case-log/case-columns.ts';
import { BlockShelf } from './case-log/restated-blocks.ts';
import { arraysOf, insertSql, instantSql, upsertSql, type Column } from './columns.ts';
import { Conditions, placeConditions } from './queries/conditions.ts';
import { movedDue } from './queries/moved-due.ts';
import { reported } from './unavailable.ts';

type MadeTask = TaskToMake & { assigned: Assigned | null; at: number };

const COLUMNS: Column<MadeTask>[] = [
  { name: 'case_id', type: 'int', of: (task) => task.caseId },
  { name: 'instance', type: 'int', of: (task) => task.instance },
  { name: 'kind', type: 'text', of: (task) => task.kind },
  { name: 'collector', type: 'text', of: ({ assigned }) => assigned?.code },
  { name: 'assigned_how', type: 'text', of: ({ assigned }) => assigned?.how },
  { name: 'created_at', type: 'instant', of: (task) => task.at },
  { name: 'assigned_at', type: 'instant', of: ({ assigned, at }) => (assigned === null ? null : at) },
];
const MAKE = `${insertSql('collector_task', COLUMNS)} ON CONFLICT (case_id, instance) DO NOTHING`;

const PASSAGE = `jsonb_array_length(c.state->'instances')`;
const MISSING = `SELECT ${SUMMARY_SQL}, ${PASSAGE} AS passage FROM city_case c
  WHERE c.phase IN ('verify', 'check') AND c.conduct = 'own'
    AND NOT EXISTS (SELECT 1 FROM collector_task t WHERE t.case_id = c.id AND t.instance = ${PASSAGE})
  ORDER BY c.id LIMIT $1`;
const UNASSIGNED = `SELECT ${SUMMARY_SQL}, t.instance AS passage, t.id AS task FROM collector_task t
  JOIN city_case c ON c.id = t.case_id WHERE t.ended_at IS NULL AND t.collector IS NULL ORDER BY t.id LIMIT $1`;
const ASSIGN = `UPDATE collector_task SET collector = $2, assigned_how = $3, assigned_at = to_timestamp($4::float8 / 1000)
  WHERE id = $1 AND ended_at IS NULL AND collector IS NULL`;
const LEFT = `(c.state->'instances'->(t.instance - 1)->>'leftAt')::float8`;
const JUDGED = `(c.state->'instances'->(t.instance - 1)->>'judgedDueAt')::float8`;
const END_LEFT = `UPDATE collector_task t
  SET ended_at = to_timestamp(${LEFT} / 1000), due_at = to_timestamp(${JUDGED} / 1000), outcome = c.phase
  FROM city_case c WHERE c.id = t.case_id AND t.ended_at IS NULL AND ${LEFT} IS NOT NULL`;

type Row = SummaryRow & { passage: number };
type TaskRow = Row & { task: number; kind: TaskKind; collector: string | null; how: AssignedHow | null } & Record<
    'created' | 'assigned' | 'taken' | 'due' | 'ended',
    number | null
  >;

/** Collectors' tasks in a table of their own, each tied to one passage of its case. */
export function createTaskStore(pool: Pool): TaskStore {
  const shelf = new BlockShelf();
  return {
    async missing(limit) {
      const { rows } = await reported(pool.query<Row>({ name: 'tasks-missing', text: MISSING, values: [limit] }));
      return rows.map(toMake);
    },
    async make(tasks, at) {
      const rows = tasks.map((task) => ({ ...task, at }));
      await reported(pool.query({ name: 'tasks-make', text: MAKE, values: arraysOf(COLUMNS, rows) }));
    },
    async unassigned(limit) {
      const query = { name: 'tasks-unassigned', text: UNASSIGNED, values: [limit] };
      const { rows } = await reported(pool.query<Row & { task: number }>(query));
      return rows.map((row) => ({ ...toMake(row), id: row.task }));
    },
    async assign(id, { code, how }, at) {
      await reported(pool.query(ASSIGN, [id, code, how, at]));
    },
    async endLeft() {
      await reported(pool.query({ name: 'tasks-end', text: END_LEFT }));
    },
    async list({ place, unitGrids, kind, collector, open }, reach, limit) {
      const asked = new Conditions();
      const due = movedDue(asked, await reported(shelf.pendingNow(pool)));
      const conditions = placeConditions(asked, place, reach)
        .ask(unitGrids, (value) => `c.grid_code = ANY(${value}::text[])`)
        .ask(kind, (value) => `t.kind = ${value}`)
        .ask(collector, (value) => `t.collector = ${value}`)
        .add(open ? 't.ended_at IS NULL' : 't.ended_at IS NOT NULL');
      const text = `SELECT ${SUMMARY_SQL}, t.id AS task, t.instance AS passage, t.kind, t.collector, t.assigned_how AS how,
          ${instantSql('t.created_at')} AS created, ${instantSql('t.assigned_at')} AS assigned,
          ${instantSql('t.taken_at')} AS taken, ${instantSql('t.due_at')} AS due, ${instantSql('t.ended_at')} AS ended
        FROM collector_task t JOIN city_case c ON c.id = t.case_id ${due.join} WHERE ${conditions.sql}
        ORDER BY ${open ? `${due.stage}, t.id` : 't.id DESC'} LIMIT ${conditions.parameter(limit)}`;
      const { rows } = await reported(pool.query<TaskRow>(text, conditions.values));
      const pending = await reported(shelf.pendingNow(pool));
      return rows.map((row) => taskOf(row, pending.summary(summaryOfRow(row))));
    },
    async take(id, reach, at) {
      const conditions = placeConditions(new Conditions(), null, reach).ask(id, (value) => `t.id = ${value}`);
      const text = `UPDATE collector_task t SET taken_at = to_timestamp(${conditions.parameter(at)}::float8 / 1000)
        FROM city_case c WHERE c.id = t.case_id AND t.ended_at IS NULL AND t.taken_at IS NULL AND ${conditions.sql}`;
      return ((await reported(pool.query(text, conditions.values))).rowCount ?? 0) > 0;
    },
  };
}

function toMake(row: Row): TaskToMake {
  const { id, position, place, phase } = summaryOfRow(row);
  return { caseId: id, instance: row.passage, kind: phase === 'verify' ? 'verify' : 'check', position, place };
}

function taskOf(row: TaskRow, summary: CaseSummary): CollectorTask {
  const status =
    row.ended !== null ? 'ended' : row.taken !== null ? 'taken' : row.collector === null ? 'unassigned' : 'assigned';
  return {
    id: row.task,
    kind: row.kind,
    status,
    case: summary,
    instance: row.passage,
    collector: row.collector,
    assignedHow: row.how,
    createdAt: row.created ?? 0,
    assignedAt: row.assigned,
    takenAt: row.taken,
    dueAt: row.due ?? (row.ended === null ? (summary.stageClock?.dueAt ?? null) : null),
    endedAt: row.ended,
  };
}

const VISIT_COLUMNS: Column<Visit>[] = [
  { name: 'grid_code', type: 'text', of: (visit) => visit.grid },
  { name: 'team', type: 'text', of: (visit) => visit.team },
  { name: 'visited_at', type: 'instant', of: (visit) => visit.at },
];
const SAVE_VISITS = `${upsertSql('grid_visit', VISIT_COLUMNS, ['grid_code'])}
  WHERE grid_visit.visited_at < EXCLUDED.visited_at`;
const READ_VISITS = `SELECT grid_code AS grid, team, ${instantSql('visited_at')} AS at FROM grid_visit`;

/** When unit grids were last visited, the newest visit of each. */
export function createVisitStore(pool: Pool): VisitStore {
  return {
    read: async () => (await reported(pool.query<Visit>(READ_VISITS))).rows,
    async save(visits) {
      await reported(pool.query({ name: 'visits-save', text: SAVE_VISITS, values: arraysOf(VISIT_COLUMNS, visits) }));
    },
  };
}
