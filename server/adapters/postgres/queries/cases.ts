import type { Pool } from 'pg';
import type { StoreQueries } from '#application/query/store-queries.ts';
import type { CaseState } from '#domain/case/case.ts';
import { ALERT_SQL, alertOfRow, type AlertRow } from '../case-log/alert-rows.ts';
import { SUMMARY_SQL, summaryOfRow, type SummaryRow } from '../case-log/case-columns.ts';
import { EVENT_SQL, eventOfRow, type EventRow } from '../case-log/event-rows.ts';
import { BlockShelf } from '../case-log/restated-blocks.ts';
import { alertConditions, caseConditions, Conditions } from './conditions.ts';
import { movedDue } from './moved-due.ts';

type Queries = Pick<StoreQueries, 'listCases' | 'caseByNumber' | 'listAlerts'>;

const NO_FILTER = { place: null, category: null, phases: null, source: null, overdue: null } as const;
const NO_MORE_FILTER = { open: null, since: null, until: null, text: null } as const;

const EVENTS = `SELECT ${EVENT_SQL} FROM log_entry l WHERE l.case_id = $1 AND l.kind = 'case' ORDER BY l.position`;
const ALERTS = `SELECT ${ALERT_SQL} FROM alert a WHERE a.case_id = $1 ORDER BY a.id`;

/** See StoreQueries. */
export function createCaseQueries(pool: Pool): Queries {
  const shelf = new BlockShelf();
  return {
    async listCases(filter, reach, at, { beforeId, limit }) {
      const asked = new Conditions();
      const due = filter.overdue === null ? null : movedDue(asked, await shelf.pendingNow(pool));
      const conditions = caseConditions(asked, filter, reach, at, due?.earliest);
      conditions.ask(beforeId, (id) => `c.id < ${id}`);
      // One more than asked for says whether there is another page.
      const text = `SELECT ${SUMMARY_SQL} FROM city_case c ${due?.join ?? ''} WHERE ${conditions.sql}
        ORDER BY c.id DESC LIMIT ${conditions.parameter(limit + 1)}`;
      const { rows } = await pool.query<SummaryRow>(text, conditions.values);
      const pending = await shelf.pendingNow(pool);
      const cases = rows.slice(0, limit).map((found) => pending.summary(summaryOfRow(found)));
      return { cases, nextBeforeId: rows.length > limit ? (cases.at(-1)?.id ?? null) : null };
    },

    async caseByNumber(number, reach) {
      const conditions = caseConditions(new Conditions(), { ...NO_FILTER, ...NO_MORE_FILTER }, reach, 0);
      conditions.ask(number, (value) => `c.number = ${value}`);
      type Row = SummaryRow & { state: CaseState };
      const text = `SELECT ${SUMMARY_SQL}, c.state FROM city_case c WHERE ${conditions.sql}`;
      const row = (await pool.query<Row>(text, conditions.values)).rows[0];
      if (row === undefined) return null;
      const events = await pool.query<EventRow>({ name: 'events-of-case', text: EVENTS, values: [row.id] });
      const alerts = await pool.query<AlertRow>({ name: 'alerts-of-case', text: ALERTS, values: [row.id] });
      const pending = await shelf.pendingNow(pool);
      const summary = pending.summary(summaryOfRow(row));
      const { state, events: lacking } = pending.state(row.id, row.state);
      const { id, source, externalId, simulated } = summary;
      return {
        stored: { id, number, source, externalId, simulated, state },
        summary,
        events: [...events.rows.map(eventOfRow), ...lacking],
        alerts: alerts.rows.map(alertOfRow),
      };
    },

    async listAlerts(filter, reach, limit) {
      const conditions = alertConditions(new Conditions(), filter, reach);
      const from = `FROM alert a JOIN city_case c ON c.id = a.case_id WHERE ${conditions.sql}`;
      const { values } = conditions;
      const counted = await pool.query<{ total: number }>(`SELECT count(*)::float8 AS total ${from}`, [...values]);
      // Alert and case have columns of one name, so the alert goes as one value.
      const text = `SELECT ${SUMMARY_SQL}, (SELECT to_jsonb(it) FROM (SELECT ${ALERT_SQL}) AS it) AS alert ${from}
        ORDER BY a.threshold = 'timeout' DESC, a.due_at, a.id LIMIT ${conditions.parameter(limit)}`;
      const { rows } = await pool.query<SummaryRow & { alert: AlertRow }>(text, values);
      const pending = await shelf.pendingNow(pool);
      return {
        total: counted.rows[0]?.total ?? 0,
        alerts: rows.map((row) => ({ alert: alertOfRow(row.alert), summary: pending.summary(summaryOfRow(row)) })),
      };
    },
  };
}
