import type { Actor } from '#domain/account/role.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { instantSql } from '../columns.ts';

/** Select list of a case event, for a log_entry that goes by `l`. */
export const EVENT_SQL = `l.event_id, ${instantSql('l.at')} AS at, ${instantSql('l.recorded_at')} AS recorded_at,
  l.actor_kind, l.actor_id, l.actor_name, l.data`;

/** A row of EVENT_SQL. Its instants are epoch ms. */
export type EventRow = {
  event_id: string;
  at: number;
  recorded_at: number;
  actor_kind: Actor['kind'];
  actor_id: string;
  actor_name: string;
  data: CaseEventData;
};

export function eventOfRow(row: EventRow): CaseEvent {
  return {
    eventId: row.event_id,
    at: row.at,
    recordedAt: row.recorded_at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    data: row.data,
  };
}
