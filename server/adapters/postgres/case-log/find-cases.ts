import type { PoolClient } from 'pg';
import type { CaseKeys, FoundCases, StoredCase } from '#application/ports.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { instantSql } from '../columns.ts';
import { eventOfRow, EVENT_SQL, type EventRow } from './event-rows.ts';
import type { Locked } from './locked.ts';

type StoredRow = Pick<StoredCase, 'id' | 'number' | 'source' | 'simulated'> & {
  external_id: string;
  stage_due_at: number | null;
  state: CaseState;
};

const SELECT = `SELECT c.id, c.number, c.source, c.external_id, c.simulated, c.state,
  ${instantSql('c.stage_due_at')} AS stage_due_at FROM city_case c`;
const BY_ID = `${SELECT} WHERE c.id = ANY($1::int[])`;
const BY_NUMBER = `${SELECT} WHERE c.number = ANY($1::text[])`;
const BY_EXTERNAL = `${SELECT} JOIN unnest($1::text[], $2::text[]) AS k(source, external_id)
  ON c.source = k.source AND c.external_id = k.external_id`;
const EVENTS = `SELECT l.case_id, ${EVENT_SQL} FROM log_entry l
  WHERE l.case_id = ANY($1::int[]) AND l.kind = 'case' ORDER BY l.case_id, l.position`;
const EVENT_IDS = `SELECT l.case_id, array_agg(l.event_id) AS ids FROM log_entry l
  WHERE l.case_id = ANY($1::int[]) AND l.event_id IS NOT NULL GROUP BY l.case_id`;

const NO_EVENTS: CaseEvent[] = [];
const NO_IDS: ReadonlySet<string> = new Set();

/** What a transaction found, and what only the store needs of it; `stageDueAt`: when each case's running stage is due. */
export type Loaded = {
  cases: FoundCases;
  stageDueAt: ReadonlyMap<number, number | null>;
  /** Events of found cases that their logs do not have yet, by case: they go before anything new. */
  lacking: ReadonlyMap<number, readonly CaseEvent[]>;
  /** Versions of the rows of cases that lack something. */
  rowVersion: ReadonlyMap<number, number>;
};

/** Loads the cases that a transaction named, with their events, only the ids of these or neither, as they are restated. */
export async function findCases(
  { client, pending }: Pick<Locked, 'client' | 'pending'>,
  keys: CaseKeys,
  wanted: 'events' | 'ids' | 'none',
): Promise<Loaded> {
  const byId = new Map<number, StoredCase>();
  const byNumber = new Map<string, StoredCase>();
  const byExternal = new Map<string, StoredCase>();
  const stageDueAt = new Map<number, number | null>();
  const lacking = new Map<number, CaseEvent[]>();
  const rowVersion = new Map<number, number>();
  const add = (rows: StoredRow[]): void => {
    for (const row of rows) {
      if (byId.has(row.id)) continue;
      const { id, number, source, external_id: externalId, simulated } = row;
      const { state, events } = pending.state(id, row.state);
      const found: StoredCase = { id, number, source, externalId, simulated, state };
      byId.set(id, found);
      stageDueAt.set(id, row.stage_due_at);
      if (events.length > 0) {
        lacking.set(id, events);
        rowVersion.set(id, row.state.version);
        stageDueAt.set(id, pending.of(id, row.state.version).at(-1)?.clocks.stageClock?.dueAt ?? null);
      }
      byNumber.set(number, found);
      byExternal.set(externalKey(source, externalId), found);
    }
  };
  const { ids = [], numbers = [], externals = [] } = keys;
  const load = async (name: string, text: string, values: unknown[]): Promise<void> =>
    add((await client.query<StoredRow>({ name, text, values })).rows);
  if (ids.length > 0) await load('case-by-id', BY_ID, [ids]);
  if (numbers.length > 0) await load('case-by-number', BY_NUMBER, [numbers]);
  if (externals.length > 0) {
    await load('case-by-external', BY_EXTERNAL, [
      externals.map((it) => it.source),
      externals.map((it) => it.externalId),
    ]);
  }
  const events = wanted === 'events' ? await loadEvents(client, [...byId.keys()]) : new Map<number, CaseEvent[]>();
  if (wanted === 'events') for (const [id, added] of lacking) events.set(id, [...(events.get(id) ?? []), ...added]);
  const eventIds = wanted === 'ids' ? await loadEventIds(client, [...byId.keys()], lacking) : idsOf(events);
  const cases: FoundCases = {
    byNumber: (number) => byNumber.get(number),
    byId: (id) => byId.get(id),
    byExternal: (source, externalId) => byExternal.get(externalKey(source, externalId)),
    eventsOf: (caseId) => events.get(caseId) ?? NO_EVENTS,
    eventIds: (caseId) => eventIds.get(caseId) ?? NO_IDS,
  };
  return { cases, stageDueAt, lacking, rowVersion };
}

function externalKey(source: string, externalId: string): string {
  return `${source.length}:${source}${externalId}`;
}

async function loadEvents(client: PoolClient, caseIds: number[]): Promise<Map<number, CaseEvent[]>> {
  const events = new Map<number, CaseEvent[]>();
  if (caseIds.length === 0) return events;
  type Row = EventRow & { case_id: number };
  const { rows } = await client.query<Row>({ name: 'case-events', text: EVENTS, values: [caseIds] });
  for (const row of rows) {
    const list = events.get(row.case_id);
    if (list) list.push(eventOfRow(row));
    else events.set(row.case_id, [eventOfRow(row)]);
  }
  return events;
}

async function loadEventIds(
  client: PoolClient,
  caseIds: number[],
  lacking: ReadonlyMap<number, readonly CaseEvent[]>,
): Promise<Map<number, ReadonlySet<string>>> {
  if (caseIds.length === 0) return new Map();
  type Row = { case_id: number; ids: string[] };
  const { rows } = await client.query<Row>({ name: 'case-event-ids', text: EVENT_IDS, values: [caseIds] });
  return new Map(
    rows.map((row) => [
      row.case_id,
      new Set([...row.ids, ...(lacking.get(row.case_id) ?? []).map(({ eventId }) => eventId)]),
    ]),
  );
}

function idsOf(events: Map<number, CaseEvent[]>): Map<number, ReadonlySet<string>> {
  return new Map([...events].map(([caseId, list]) => [caseId, new Set(list.map((event) => event.eventId))]));
}
