import type { Pool } from 'pg';
import type { AuditAlert } from '#application/audit/audit.ts';
import type { AuditEvent } from '#application/audit/walk.ts';
import type { AuditCalendar } from '#application/audit/working-days.ts';
import { BlockShelf } from './case-log/restated-blocks.ts';

export type AuditRows = {
  events: Map<number, AuditEvent[]>;
  alerts: AuditAlert[];
  /** All calendar versions with the instant (epoch ms) from which each was current, oldest first. */
  calendars: { version: string; since: number; document: AuditCalendar }[];
  /** Until when some server surely kept the deadlines (epoch ms); null when none ever did. */
  servedUntil: number | null;
};

/** A lease holds this long past its last renewal. */
const LEASE_MS = 3_000;

type EventRow = {
  position: number;
  recorded_at: number;
  case_id: number;
  event_id: string;
  type: string;
  at: number;
  data: Record<string, unknown>;
};

/** Everything the auditor needs, read raw from the tables. */
export async function readAuditRows(pool: Pool): Promise<AuditRows> {
  const events = new Map<number, AuditEvent[]>();
  const log = await pool.query<EventRow>(
    `SELECT position::float8, ${ms('recorded_at')}, case_id, event_id, type, ${ms('at')}, data
       FROM log_entry WHERE kind = 'case' ORDER BY position`,
  );
  for (const row of log.rows) {
    const all = events.get(row.case_id) ?? [];
    const { position, recorded_at: recordedAt, event_id: eventId, type, at, data } = row;
    all.push({ position, recordedAt, eventId, type, at, data });
    events.set(row.case_id, all);
  }
  await addRestated(pool, events);
  const alerts = await pool.query<AuditAlert>(
    `SELECT case_id AS "caseId", instance, round, threshold,
            ${ms('due_at', '"dueAt"')}, ${ms('fired_at', '"firedAt"')} FROM alert`,
  );
  const calendars = await pool.query<{ version: string; since: number; document: AuditCalendar }>(
    `SELECT document->>'version' AS version, ${ms('created_at', 'since')}, document FROM calendar_version ORDER BY created_at`,
  );
  // The lease is renewed every second and given back when a server stops.
  const lease = await pool.query<{ until: number }>(
    `SELECT ${ms('held_until', 'until')} FROM lease WHERE name = 'deadlines'`,
  );
  return {
    events,
    alerts: alerts.rows,
    calendars: calendars.rows,
    servedUntil: lease.rows[0] ? lease.rows[0].until - LEASE_MS : null,
  };
}

/** What a change of calendar wrote for many cases in one entry, where their own events have not followed yet. */
async function addRestated(pool: Pool, events: ReadonlyMap<number, AuditEvent[]>): Promise<void> {
  const { blocks } = await new BlockShelf().pendingNow(pool);
  for (const { position, change, cases } of blocks) {
    const { from, to, at } = change;
    const eventId = `restated:${to}`;
    for (const { id } of cases) {
      const own = events.get(id) ?? [];
      if (own.some((event) => event.eventId === eventId)) continue;
      const last = own.reduce((latest, event) => Math.max(latest, event.at), at - 1);
      own.push({
        position,
        recordedAt: at,
        eventId,
        type: 'restated',
        at: last + 1,
        data: { type: 'restated', from, to },
      });
      own.sort((a, b) => a.position - b.position);
    }
  }
}

function ms(column: string, name = column): string {
  return `(extract(epoch FROM ${column}) * 1000)::float8 AS ${name}`;
}
