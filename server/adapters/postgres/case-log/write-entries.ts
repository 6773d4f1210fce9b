import type { LogEntry, RestatedEntry } from '#application/ports.ts';
import type { Actor } from '#domain/account/role.ts';
import { insertSql, arraysOf, type Column } from '../columns.ts';
import type { Locked } from './locked.ts';

/** What is to be logged, before it has a position. Alert changes say who made them, events what disposal they ended. */
export type Unnumbered = UnnumberedCase | UnnumberedAlert | UnnumberedRestated;
type UnnumberedRestated = Omit<RestatedEntry, 'position'>;
type UnnumberedCase = Omit<Extract<LogEntry, { kind: 'case' }>, 'position'> & { judgedDueAt: number | null };
type UnnumberedAlert = Omit<Extract<LogEntry, { kind: 'alert' }>, 'position'> & { actor: Actor };

type Row = { position: number; entry: Unnumbered };

/** Who raises and resolves alerts where nobody does. */
export const DEADLINES: Actor = { kind: 'system', id: 'deadlines', name: 'deadlines' };
const CALENDAR: Actor = { kind: 'system', id: 'calendar', name: 'calendar' };
/** A line about many cases is of none: their own lines follow. */
const NO_CASE = 0;

const COLUMNS: Column<Row>[] = [
  { name: 'position', type: 'bigint', of: (row) => row.position },
  { name: 'recorded_at', type: 'instant', of: (row) => row.entry.recordedAt },
  { name: 'case_id', type: 'int', of: ({ entry }) => (entry.kind === 'restated' ? NO_CASE : entry.caseId) },
  { name: 'kind', type: 'text', of: (row) => row.entry.kind },
  { name: 'event_id', type: 'text', of: ({ entry }) => (entry.kind === 'case' ? entry.event.eventId : null) },
  { name: 'type', type: 'text', of: ({ entry }) => typeOf(entry) },
  { name: 'at', type: 'instant', of: ({ entry }) => (entry.kind === 'case' ? entry.event.at : entry.recordedAt) },
  { name: 'actor_kind', type: 'text', of: ({ entry }) => actorOf(entry).kind },
  { name: 'actor_id', type: 'text', of: ({ entry }) => actorOf(entry).id },
  { name: 'actor_name', type: 'text', of: ({ entry }) => actorOf(entry).name },
  { name: 'judged_due_at', type: 'instant', of: ({ entry }) => (entry.kind === 'case' ? entry.judgedDueAt : null) },
  { name: 'data', type: 'json', of: ({ entry }) => dataOf(entry) },
];

const INSERT = `WITH moved AS (
  UPDATE log_head SET position = $${COLUMNS.length + 1} WHERE id = 1
) ${insertSql('log_entry', COLUMNS)}`;

/** Numbers the entries from the log's head, writes them and moves the head. */
export async function writeEntries(log: Locked, entries: readonly Unnumbered[]): Promise<LogEntry[]> {
  if (entries.length === 0) return [];
  const rows = entries.map((entry, i) => ({ position: log.position + 1 + i, entry }));
  const head = log.position + entries.length;
  await log.client.query({ name: 'log-insert', text: INSERT, values: [...arraysOf(COLUMNS, rows), head] });
  log.position = head;
  return rows.map(numbered);
}

function numbered({ position, entry }: Row): LogEntry {
  if (entry.kind === 'restated') return { position, ...entry };
  const { recordedAt, caseId } = entry;
  if (entry.kind === 'alert')
    return { position, recordedAt, kind: 'alert', caseId, change: entry.change, alert: entry.alert };
  const { event, after, judgedDueAt } = entry;
  return { position, recordedAt, kind: 'case', caseId, event, after, judgedDueAt };
}

function typeOf(entry: Unnumbered): string {
  if (entry.kind === 'case') return entry.event.data.type;
  return entry.kind === 'restated' ? entry.kind : entry.change;
}

function dataOf(entry: Unnumbered): unknown {
  if (entry.kind === 'case') return entry.event.data;
  return entry.kind === 'restated' ? { ...entry.change, cases: entry.cases.length } : entry.alert;
}

function actorOf(entry: Unnumbered): Actor {
  if (entry.kind === 'restated') return CALENDAR;
  return entry.kind === 'case' ? entry.event.actor : entry.actor;
}
