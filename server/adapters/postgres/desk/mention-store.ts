import type { Pool } from 'pg';
import type { Mention, MentionStore } from '#application/mention/mentions.ts';
import { instantSql } from '../columns.ts';
import { Conditions, placeConditions } from '../queries/conditions.ts';
import { reported } from '../unavailable.ts';

type Row = {
  case_id: number;
  number: string;
  event_id: string;
  at: number;
  actor_id: string;
  actor_name: string;
  text: string;
  read_at: number | null;
  unread: number;
};

/** Comments that name an account, read out of the log by its index of them; what was read is a table of its own. */
export function createMentionStore(pool: Pool): MentionStore {
  return {
    async of(account, reach, limit) {
      const conditions = new Conditions();
      const own = conditions.parameter(account);
      // In the words of the index, so that it is used.
      conditions.add(`l.type = 'commented' AND l.data ? 'mentions' AND l.data->'mentions' ? ${own}::text`);
      placeConditions(conditions, null, reach);
      const text = `SELECT l.case_id, c.number, l.event_id, ${instantSql('l.at')} AS at, l.actor_id, l.actor_name,
          l.data->>'text' AS text, ${instantSql('r.read_at')} AS read_at,
          (count(*) FILTER (WHERE r.read_at IS NULL) OVER ())::int AS unread
        FROM log_entry l JOIN city_case c ON c.id = l.case_id
        LEFT JOIN mention_read r ON r.account_id = ${own} AND r.case_id = l.case_id AND r.event_id = l.event_id
        WHERE ${conditions.sql} ORDER BY l.position DESC LIMIT ${conditions.parameter(limit)}`;
      const { rows } = await reported(pool.query<Row>(text, conditions.values));
      return { unread: rows[0]?.unread ?? 0, mentions: rows.map(mentionOf) };
    },
    async markRead(account, read, at) {
      const text = `INSERT INTO mention_read (account_id, case_id, event_id, read_at)
        SELECT $1, l.case_id, l.event_id, to_timestamp($4::float8 / 1000)
        FROM unnest($2::int[], $3::text[]) AS w(case_id, event_id)
        JOIN log_entry l ON l.case_id = w.case_id AND l.event_id = w.event_id
        WHERE l.type = 'commented' AND l.data->'mentions' ? $1::text ON CONFLICT DO NOTHING`;
      const values = [account, read.map(({ caseId }) => caseId), read.map(({ eventId }) => eventId), at];
      return (await reported(pool.query(text, values))).rowCount ?? 0;
    },
  };
}

function mentionOf({ case_id, number, event_id, at, actor_id, actor_name, text, read_at }: Row): Mention {
  const by = { id: actor_id, name: actor_name };
  return { caseId: case_id, caseNumber: number, eventId: event_id, at, by, text, readAt: read_at };
}
