import type { Pool } from 'pg';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { calendarOf, entriesOf, type CalendarEntry } from '#application/calendar/calendar-entries.ts';
import type { CalendarSource } from '#application/calendar/calendar-watch.ts';
import type { EntryStore } from '#application/lists/entry-list.ts';
import { jsonText } from '../columns.ts';
import { reported } from '../unavailable.ts';
import { createEntryStore } from './entry-store.ts';

const CURRENT = 'SELECT document FROM calendar_version WHERE current';

/**
 * The calendar's list. Every state becomes a calendar version of its own that is never taken away, because clocks were
 * counted and alerts fired under it: an undo is a new version with old days.
 */
export function createCalendarStore(pool: Pool): EntryStore<CalendarEntry> {
  return createEntryStore<CalendarEntry>(pool, {
    kind: 'calendar',
    seedPart: 'calendar',
    async read(client) {
      const { rows } = await client.query<{ document: Calendar }>(CURRENT);
      return rows[0] ? entriesOf(rows[0].document) : [];
    },
    async write(client, entries) {
      const { rows } = await client.query<{ known: number }>('SELECT count(*)::int AS known FROM calendar_version');
      const unnamed = calendarOf(entries, '');
      const version = `${unnamed.publishedThrough}-${(rows[0]?.known ?? 0) + 1}`;
      await client.query('UPDATE calendar_version SET current = false WHERE current');
      await client.query('INSERT INTO calendar_version (id, zone, document, current) VALUES ($1, $2, $3, true)', [
        version,
        unnamed.zone,
        jsonText({ ...unnamed, version }),
      ]);
    },
  });
}

/** The calendar in force, as nodes look at it. */
export function createCalendarSource(pool: Pool): CalendarSource {
  return {
    async currentVersion() {
      const { rows } = await reported(
        pool.query<{ version: string }>(`SELECT document->>'version' AS version FROM calendar_version WHERE current`),
      );
      return rows[0]?.version ?? null;
    },
    async current() {
      const { rows } = await reported(pool.query<{ document: Calendar }>(CURRENT));
      return rows[0]?.document ?? null;
    },
    async byVersion(version) {
      const { rows } = await reported(
        pool.query<{ document: Calendar }>(
          `SELECT document FROM calendar_version WHERE document->>'version' = $1 ORDER BY created_at DESC LIMIT 1`,
          [version],
        ),
      );
      return rows[0]?.document ?? null;
    },
  };
}
