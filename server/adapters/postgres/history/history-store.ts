import type { Pool } from 'pg';
import type { HistoryFilter, HistoryMark, HistoryStore } from '#application/history/history-port.ts';
import type { Reach } from '#application/query/reach.ts';
import { instantSql } from '../columns.ts';
import { Conditions, placeConditions } from '../queries/conditions.ts';
import { reported } from '../unavailable.ts';
import { lineOf, type HistoryRow } from './history-rows.ts';

/** Lines of the log that one page looks at, however little of it matches: what a page may cost; of several names, of each. */
export const MOST_LOOKED_AT = 20_000;
/** A beginning that more names share than this finds the first of them. */
const MOST_NAMES = 20;

// From name to name along the index, so that it costs as many steps as there are names and not as there are lines.
const NAMES = `WITH RECURSIVE n(name) AS (
  (SELECT l.actor_name FROM log_entry l WHERE l.actor_name COLLATE "C" >= $1 ORDER BY l.actor_name COLLATE "C" LIMIT 1)
  UNION ALL
  SELECT (SELECT l.actor_name FROM log_entry l WHERE l.actor_name COLLATE "C" > n.name ORDER BY l.actor_name COLLATE "C" LIMIT 1)
  FROM n WHERE starts_with(n.name, $1)
)
SELECT name FROM n WHERE starts_with(name, $1) LIMIT $2`;

const COLUMNS = `l.position, ${instantSql('l.at')} AS at, l.kind, l.type, l.actor_kind, l.actor_name, l.data,
  ${instantSql('l.judged_due_at')} AS judged_due_at, c.number, c.category_key, c.district_code, c.subdistrict_code,
  c.address, c.department`;

/** The log, looked back through by index; every page is bounded. */
export function createHistoryStore(pool: Pool): HistoryStore {
  return {
    async search(filter, reach, { before, limit }) {
      const found = await filtered(pool, filter);
      if (found === null) return { lines: [], next: null, lookedBackTo: null };
      const asked = new Conditions();
      const stretch = stretchSql(asked, filter, found, before);
      const matching = matchingSql(asked, filter, reach, found);
      // OFFSET 0 has each case looked up by its id; for many at once the planner would rather read the whole table.
      const text = `SELECT ${COLUMNS} FROM (${stretch}) AS l
        CROSS JOIN LATERAL (SELECT * FROM city_case WHERE id = l.case_id OFFSET 0) AS c
        WHERE ${matching} ORDER BY l.at DESC, l.position DESC LIMIT ${asked.parameter(limit + 1)}`;
      const { rows } = await reported(pool.query<HistoryRow>(text, asked.values));
      const lines = rows.slice(0, limit).map(lineOf);
      const last = lines.at(-1);
      if (rows.length > limit && last !== undefined) return { lines, next: markOf(last), lookedBackTo: null };
      const end = await endOfStretch(pool, filter, found, before);
      return { lines, next: end, lookedBackTo: end?.at ?? null };
    },
  };
}

/** What words of the question stand for; null where there is no such case or name, and so nothing to find. */
type Found = { caseId: number | null; names: string[] | null };

async function filtered(pool: Pool, { caseNumber, who }: HistoryFilter): Promise<Found | null> {
  let caseId: number | null = null;
  if (caseNumber !== null) {
    const { rows } = await reported(
      pool.query<{ id: number }>('SELECT id FROM city_case WHERE number = $1', [caseNumber]),
    );
    if (rows[0] === undefined) return null;
    caseId = rows[0].id;
  }
  if (who === null) return { caseId, names: null };
  const { rows } = await reported(pool.query<{ name: string }>(NAMES, [who, MOST_NAMES]));
  return rows.length === 0 ? null : { caseId, names: rows.map(({ name }) => name) };
}

/** The stretch of the log that a page looks at: by one index, newest first, bounded. */
function stretchSql(asked: Conditions, filter: HistoryFilter, found: Found, before: HistoryMark | null): string {
  const within = new Bounds(asked, filter, before).sql;
  const most = asked.parameter(MOST_LOOKED_AT);
  const inOrder = `ORDER BY e.at DESC, e.position DESC LIMIT ${most}`;
  if (found.caseId !== null) {
    return `SELECT e.* FROM log_entry e WHERE e.case_id = ${asked.parameter(found.caseId)} AND ${within} ${inOrder}`;
  }
  if (found.names !== null) {
    return `SELECT e.* FROM unnest(${asked.parameter(found.names)}::text[]) AS n(name)
      CROSS JOIN LATERAL (SELECT e.* FROM log_entry e
        WHERE e.actor_name COLLATE "C" = n.name AND ${within} ${inOrder}) AS e ${inOrder}`;
  }
  const kind = `e.kind = ${asked.parameter(KIND_OF[filter.kind])}`;
  const type = filter.what === null ? '' : `AND e.type = ${asked.parameter(filter.what)}`;
  return `SELECT e.* FROM log_entry e WHERE ${kind} ${type} AND ${within} ${inOrder}`;
}

const KIND_OF = { alerts: 'alert', acts: 'case' } as const;

/** What the index has already decided is decided again: it costs nothing and holds for every way to look. */
function matchingSql(asked: Conditions, filter: HistoryFilter, reach: Reach, found: Found): string {
  const conditions = new SharedConditions(asked);
  placeConditions(conditions, filter.place, reach);
  conditions
    .ask(KIND_OF[filter.kind], (value) => `l.kind = ${value}`)
    .ask(filter.what, (value) => `l.type = ${value}`)
    .ask(filter.category, (value) => `c.category_key = ${value}`)
    .ask(filter.threshold, (value) => `l.data->>'threshold' = ${value}`)
    .ask(found.names, (value) => `l.actor_name = ANY(${value}::text[])`)
    // Counting clocks anew is the platform's own work and nobody's act.
    .ask('restated', (value) => `l.type <> ${value}`);
  return conditions.sql;
}

/** How far the page got where it came to the end of its stretch; null where the log itself came to its end. */
async function endOfStretch(
  pool: Pool,
  filter: HistoryFilter,
  found: Found,
  before: HistoryMark | null,
): Promise<HistoryMark | null> {
  const asked = new Conditions();
  const text = `SELECT ${instantSql('l.at')} AS at, l.position::float8 AS position
    FROM (${stretchSql(asked, filter, found, before)}) AS l OFFSET ${asked.parameter(MOST_LOOKED_AT - 1)} LIMIT 1`;
  return (await reported(pool.query<HistoryMark>(text, asked.values))).rows[0] ?? null;
}

function markOf({ at, position }: HistoryMark): HistoryMark {
  return { at, position };
}

/** Conditions whose parameters are numbered along with those of the question around them. */
class SharedConditions extends Conditions {
  private readonly asked: Conditions;
  constructor(asked: Conditions) {
    super();
    this.asked = asked;
  }
  override parameter(value: unknown): string {
    return this.asked.parameter(value);
  }
}

/** The instants between which a page looks. */
class Bounds {
  readonly sql: string;
  constructor(asked: Conditions, { since, until }: HistoryFilter, before: HistoryMark | null) {
    const conditions = new SharedConditions(asked);
    conditions
      .ask(since, (value) => `e.at >= to_timestamp(${value}::float8 / 1000)`)
      .ask(until, (value) => `e.at < to_timestamp(${value}::float8 / 1000)`);
    if (before !== null) {
      const at = asked.parameter(before.at);
      const position = asked.parameter(before.position);
      conditions.add(`(e.at, e.position) < (to_timestamp(${at}::float8 / 1000), ${position}::bigint)`);
    }
    this.sql = conditions.sql;
  }
}
