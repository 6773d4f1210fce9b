import type { CaseState, CaseSummary, CaseWaits, RunningClock } from '#domain/case/case.ts';
import { pendingRequests, requestsOf } from '#domain/case/request.ts';
import { owedReplies, type Supervision } from '#domain/case/supervision.ts';
import type { ClockBasis } from '#domain/clock/limit.ts';
import { instantSql, type Column } from '../columns.ts';
import { clockedText } from './clocked-text.ts';

/** A case row to write. */
export type CaseRow = { summary: CaseSummary; state: CaseState };

type Of = (summary: CaseSummary) => unknown;

function column(name: string, type: Column<CaseRow>['type'], of: Of): Column<CaseRow> {
  return { name, type, of: (row) => of(row.summary) };
}

/** What a case keeps for life. */
const IDENTITY: Column<CaseRow>[] = [
  column('id', 'int', (it) => it.id),
  column('number', 'text', (it) => it.number),
  column('source', 'text', (it) => it.source),
  column('external_id', 'text', (it) => it.externalId),
  column('simulated', 'boolean', (it) => it.simulated),
];

/** What events change. */
const CHANGING: Column<CaseRow>[] = [
  column('phase', 'text', (it) => it.phase),
  column('conduct', 'text', (it) => it.conduct),
  column('channel', 'text', (it) => it.channel),
  column('category_key', 'text', (it) => it.categoryKey),
  column('condition_no', 'int', (it) => it.conditionNo),
  column('urgent', 'boolean', (it) => it.urgent),
  column('suspended', 'boolean', (it) => it.suspended),
  column('supervision_level', 'int', (it) => it.supervisionLevel),
  column('lon', 'float', (it) => it.position?.lon),
  column('lat', 'float', (it) => it.position?.lat),
  column('inside', 'boolean', (it) => it.place.inside),
  column('district_code', 'text', (it) => it.place.districtCode),
  column('subdistrict_code', 'text', (it) => it.place.subdistrictCode),
  column('community_code', 'text', (it) => it.place.communityCode),
  column('grid_code', 'text', (it) => it.place.gridCode),
  column('address', 'text', (it) => it.address),
  column('department', 'text', (it) => it.department),
  column('reported_at', 'instant', (it) => it.reportedAt),
  column('filed_at', 'instant', (it) => it.filedAt),
  column('stage_entered_at', 'instant', (it) => it.stageEnteredAt),
  column('ended_at', 'instant', (it) => it.endedAt),
  column('stage_instance', 'int', (it) => it.stageClock?.instance),
  column('stage_round', 'int', (it) => it.stageClock?.round),
  column('stage_warn_at', 'instant', (it) => it.stageClock?.warnAt),
  column('stage_due_at', 'instant', (it) => it.stageClock?.dueAt),
  column('stage_basis', 'text', (it) => it.stageClock?.basis),
  column('stage_provisional', 'boolean', (it) => it.stageClock?.provisional ?? false),
  column('whole_round', 'int', (it) => it.wholeClock?.round),
  column('whole_warn_at', 'instant', (it) => it.wholeClock?.warnAt),
  column('whole_due_at', 'instant', (it) => it.wholeClock?.dueAt),
  column('whole_basis', 'text', (it) => it.wholeClock?.basis),
  column('whole_provisional', 'boolean', (it) => it.wholeClock?.provisional ?? false),
  column('reworks', 'int', (it) => it.reworks),
  column('waits', 'json', (it) => it.waits),
  column('version', 'int', (it) => it.version),
  column('move_version', 'int', (it) => it.moveVersion),
];

/** What events change and only queries of their own read: it is no part of a summary. */
const WAITING: Column<CaseRow>[] = [
  { name: 'requests_asked', type: 'int', of: ({ state }) => requestsOf(state).length },
  { name: 'requests_pending', type: 'int', of: ({ state }) => pendingRequests(state).length },
  { name: 'replies_owed', type: 'int', of: ({ state }) => owedReplies(state).length },
  { name: 'reply_due_at', type: 'instant', of: ({ state }) => earliest(owedReplies(state)) },
  { name: 'self_handled', type: 'boolean', of: ({ state }) => state.selfHandled ?? false },
  { name: 'duplicate_of', type: 'text', of: ({ state }) => state.duplicateOf },
  { name: 'component', type: 'text', of: (row) => row.state.component },
  { name: 'clocked', type: 'text', of: clockedText },
  { name: 'state', type: 'json', of: (row) => row.state },
];

function earliest(owed: readonly Supervision[]): number | null {
  return owed.length === 0 ? null : Math.min(...owed.flatMap(({ replyBy }) => replyBy ?? []));
}

export const CASE_COLUMNS: readonly Column<CaseRow>[] = [...IDENTITY, ...CHANGING, ...WAITING];
export const CHANGED_COLUMNS: readonly Column<CaseRow>[] = [...CHANGING, ...WAITING];
export const CASE_ID: Column<CaseRow> = column('id', 'int', (it) => it.id);

/** Select list of a summary, for a city_case that goes by `c`. */
export const SUMMARY_SQL = [...IDENTITY, ...CHANGING]
  .map((it) => (it.type === 'instant' ? `${instantSql(`c.${it.name}`)} AS ${it.name}` : `c.${it.name}`))
  .join(', ');

/** The supervisions of `c` that wait for a reply, as rows that go by `s`; and the instant by which one demands it. */
export const SUPERVISIONS_SQL = `jsonb_array_elements(c.waits->'supervisions') AS s`;
export const REPLY_BY_SQL = `to_timestamp((s->>'replyBy')::float8 / 1000)`;

/** A row of SUMMARY_SQL. Its instants are epoch ms. */
export type SummaryRow = Pick<CaseSummary, 'id' | 'number' | 'source' | 'simulated' | 'phase' | 'conduct' | 'channel'> &
  Pick<CaseSummary, 'urgent' | 'suspended' | 'address' | 'department' | 'reworks' | 'version'> & {
    external_id: string;
    category_key: string | null;
    condition_no: number | null;
    supervision_level: number;
    lon: number | null;
    lat: number | null;
    inside: boolean;
    district_code: string | null;
    subdistrict_code: string | null;
    community_code: string | null;
    grid_code: string | null;
    reported_at: number;
    filed_at: number | null;
    stage_entered_at: number;
    ended_at: number | null;
    stage_instance: number | null;
    stage_round: number | null;
    stage_warn_at: number | null;
    stage_due_at: number | null;
    stage_basis: ClockBasis | null;
    stage_provisional: boolean;
    whole_round: number | null;
    whole_warn_at: number | null;
    whole_due_at: number | null;
    whole_basis: ClockBasis | null;
    whole_provisional: boolean;
    waits: CaseWaits | null;
    move_version: number;
  };

export function summaryOfRow(row: SummaryRow): CaseSummary {
  return {
    id: row.id,
    number: row.number,
    source: row.source,
    externalId: row.external_id,
    simulated: row.simulated,
    phase: row.phase,
    conduct: row.conduct,
    channel: row.channel,
    categoryKey: row.category_key,
    conditionNo: row.condition_no,
    urgent: row.urgent,
    suspended: row.suspended,
    supervisionLevel: row.supervision_level,
    position: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    place: {
      inside: row.inside,
      districtCode: row.district_code,
      subdistrictCode: row.subdistrict_code,
      communityCode: row.community_code,
      gridCode: row.grid_code,
    },
    address: row.address,
    department: row.department,
    reportedAt: row.reported_at,
    filedAt: row.filed_at,
    stageEnteredAt: row.stage_entered_at,
    endedAt: row.ended_at,
    stageClock: stageClock(row),
    wholeClock: wholeClock(row),
    reworks: row.reworks,
    ...(row.waits && { waits: row.waits }),
    version: row.version,
    moveVersion: row.move_version,
  };
}

function stageClock(row: SummaryRow): RunningClock | null {
  const { stage_instance: instance, stage_round: round, stage_basis: basis } = row;
  if (instance === null || round === null || basis === null) return null;
  const { stage_warn_at: warnAt, stage_due_at: dueAt, stage_provisional: provisional } = row;
  return { instance, round, basis, warnAt, dueAt, provisional };
}

function wholeClock(row: SummaryRow): RunningClock | null {
  const { whole_round: round, whole_basis: basis } = row;
  if (round === null || basis === null) return null;
  const { whole_warn_at: warnAt, whole_due_at: dueAt, whole_provisional: provisional } = row;
  return { instance: 0, round, basis, warnAt, dueAt, provisional };
}
