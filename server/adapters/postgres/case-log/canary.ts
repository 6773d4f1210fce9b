import type { CanaryEntry, Committed } from '#application/ports.ts';
import type { CanaryMark } from '#domain/feed/canary.ts';
import { instantSql } from '../columns.ts';
import { locked, type LogPlace } from './locked.ts';

/** So many can be read again by a follower that was away: minutes, and the next one is never far. */
const SLOTS = 32;

const WRITE = `WITH next AS (SELECT coalesce(max(no), 0) + 1 AS no FROM canary),
  moved AS (UPDATE log_head SET position = $1 WHERE id = 1)
INSERT INTO canary (slot, no, position, name, sent_at, received_at)
SELECT no % ${SLOTS}, no, $1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000) FROM next
ON CONFLICT (slot) DO UPDATE SET no = EXCLUDED.no, position = EXCLUDED.position, name = EXCLUDED.name,
  sent_at = EXCLUDED.sent_at, received_at = EXCLUDED.received_at
RETURNING no`;

/** A canary as a line of the log, with the columns that lines have. */
export const CANARY_LINES = `SELECT c.position::float8 AS position, 'canary' AS kind, 0 AS case_id, 'canary' AS type,
  c.name AS event_id, ${instantSql('c.sent_at')} AS at, ${instantSql('c.received_at')} AS recorded_at,
  'source' AS actor_kind, 'canary' AS actor_id, c.name AS actor_name,
  to_jsonb(c.no) AS data,
  NULL::float8 AS judged_due_at FROM canary c`;

export type CanaryRow = {
  kind: 'canary';
  position: number;
  event_id: string;
  at: number;
  recorded_at: number;
  data: number;
};

export function canaryEntry(row: CanaryRow): CanaryEntry {
  const { position, event_id: name, at: sentAt, recorded_at: receivedAt, data: no } = row;
  return { position, recordedAt: receivedAt, kind: 'canary', canary: { no, name, sentAt, receivedAt } };
}

/** See CaseLog.canary. */
export async function writeCanary(place: LogPlace, mark: CanaryMark): Promise<Committed> {
  return locked(place, async (log) => {
    const position = log.position + 1;
    const { name, sentAt, receivedAt } = mark;
    const { rows } = await log.client.query<{ no: number }>(WRITE, [position, name, sentAt, receivedAt]);
    const no = rows[0]?.no ?? 0;
    log.position = position;
    return { entries: [{ position, recordedAt: receivedAt, kind: 'canary', canary: { ...mark, no } }], cases: [] };
  });
}
