import { categoryKey, type Category } from '#domain/category/category.ts';
import { BOSTON_311 } from '#domain/category/code-system.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { Channel } from '#domain/case/event.ts';
import type { IncomingCaseEvent } from '#application/api-port.ts';
import type { ImportProfile, RowFault, RowResult } from '#application/import/profile.ts';
import { openColumns } from './columns.ts';
import { createInstantReader, type ReadInstant } from './local-time.ts';

const REQUIRED = [
  'case_enquiry_id',
  'open_dt',
  'target_dt',
  'closed_dt',
  'case_status',
  'closure_reason',
  'case_title',
  'reason',
  'type',
  'queue',
  'location',
  'neighborhood',
  'latitude',
  'longitude',
  'source',
] as const;
type Column = (typeof REQUIRED)[number];
type Cells = (column: Column) => string;

/** Where Boston puts what it cannot place: the middle of the city. */
const DEFAULT_POINT = { lat: 42.3594, lon: -71.0587 };

const CHANNELS: Readonly<Record<string, Channel>> = {
  'Constituent Call': 'public',
  'Citizens Connect App': 'public',
  'Self Service': 'public',
  Twitter: 'public',
  'City Worker App': 'collector',
  'Employee Generated': 'collector',
};

/** `began` sorts before `closed`: of two words at one instant the id decides the order. */
const BEGAN = 'began';

/**
 * The City of Boston's 311 requests. The city ran the stages and set the deadlines itself, so its cases are told to us.
 * What is odd in them is kept on purpose and counted: closed before opened, its stand-in point, no neighbourhood, no
 * target.
 */
export function boston311(): ImportProfile {
  const zone = openZone('America/New_York');
  return {
    name: 'boston311',
    source: { id: BOSTON_311, nameZh: '波士顿311', nameEn: 'City of Boston 311' },
    zone,
    open(header) {
      const { index, width } = openColumns<Column>(header, { required: REQUIRED, optional: [], strict: false });
      const readInstant = createInstantReader(zone);
      const categories = new Map<string, Category>();
      return (cells) => {
        const cell: Cells = (column) => cells[index[column]]?.trim() ?? '';
        if (cells.length !== width) {
          return fault(cell, null, `${cells.length} cells under ${width} columns: a comma or a quote is missing`);
        }
        return readRow(cell, readInstant, categories);
      };
    },
  };
}

function readRow(cell: Cells, readInstant: ReadInstant, categories: Map<string, Category>): RowResult {
  const sourceId = cell('case_enquiry_id');
  if (sourceId === '') return fault(cell, 'case_enquiry_id', 'is empty: a case is known by it');
  const openedAt = readInstant(cell('open_dt'));
  if (openedAt === null) return fault(cell, 'open_dt', notAnInstant(cell('open_dt')));
  const dueAt = cell('target_dt') === '' ? null : readInstant(cell('target_dt'));
  if (dueAt === null && cell('target_dt') !== '') return fault(cell, 'target_dt', notAnInstant(cell('target_dt')));
  const closedAt = cell('closed_dt') === '' ? null : readInstant(cell('closed_dt'));
  if (closedAt === null && cell('closed_dt') !== '') return fault(cell, 'closed_dt', notAnInstant(cell('closed_dt')));
  const closed = cell('case_status') === 'Closed';
  if (!closed && cell('case_status') !== 'Open') return fault(cell, 'case_status', 'is neither Open nor Closed');
  if (closed && closedAt === null) return fault(cell, 'closed_dt', 'is empty although case_status is Closed');
  if (cell('reason') === '' || cell('type') === '') {
    return fault(cell, cell('reason') === '' ? 'reason' : 'type', 'is empty: both name the category');
  }
  const place = readPlace(cell);
  if (place === null) return fault(cell, 'latitude', 'latitude and longitude must both be degrees or both be empty');
  const queue = cell('queue');
  const department = queue === '' ? null : { code: `${BOSTON_311}:${queue}`, name: queue };
  const category = categoryOf(categories, cell('reason'), cell('type'));
  const endedAt = closed ? closedAt : null;
  const oddities = [
    ...(endedAt !== null && endedAt < openedAt ? ['closedBeforeOpened'] : []),
    ...(place.isDefault ? ['defaultPoint'] : []),
    ...(cell('neighborhood') === '' ? ['noNeighborhood'] : []),
    ...(dueAt === null ? ['noTarget'] : []),
  ];
  return {
    ok: true,
    case: {
      report: {
        sourceId,
        reportedAt: openedAt,
        channel: CHANNELS[cell('source')] ?? 'platform',
        conduct: 'told',
        category: category.key,
        conditionNo: null,
        description: cell('case_title'),
        address: cell('location'),
        position: place.position,
        ...(place.isDefault && { defaultPoint: true }),
        reporter: null,
        media: [],
        dueAt,
      },
      events: eventsOf(sourceId, openedAt, endedAt, department?.code, cell('closure_reason')),
      category,
      department,
      area: cell('neighborhood') || null,
      oddities,
    },
  };
}

function eventsOf(
  sourceId: string,
  openedAt: number,
  endedAt: number | null,
  department: string | undefined,
  note: string,
): IncomingCaseEvent[] {
  const name = { kind: 'source-id', sourceId } as const;
  const began: IncomingCaseEvent = {
    eventId: BEGAN,
    case: name,
    // A case that was closed before it was opened must still begin before it ends.
    at: endedAt === null ? openedAt : Math.min(openedAt, endedAt),
    by: null,
    what: { type: 'told', phase: 'dispose', ...(department !== undefined && { department }), note: '' },
  };
  if (endedAt === null) return [began];
  const eventId = `closed@${new Date(endedAt).toISOString()}`;
  return [began, { eventId, case: name, at: endedAt, by: null, what: { type: 'told', phase: 'closed', note } }];
}

/** Null when the coordinates cannot be read. */
function readPlace(cell: Cells): { position: { lon: number; lat: number } | null; isDefault: boolean } | null {
  const [latText, lonText] = [cell('latitude'), cell('longitude')];
  if (latText === '' && lonText === '') return { position: null, isDefault: false };
  const [lat, lon] = [Number(latText), Number(lonText)];
  if (latText === '' || lonText === '' || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return null;
  if (lat === DEFAULT_POINT.lat && lon === DEFAULT_POINT.lon) return { position: null, isDefault: true };
  return { position: { lon, lat }, isDefault: false };
}

function categoryOf(categories: Map<string, Category>, reason: string, type: string): Category {
  const key = categoryKey(BOSTON_311, 'event', reason, type);
  const seen = categories.get(key);
  if (seen) return seen;
  const both = (text: string) => ({ zh: text, en: text });
  const made: Category = {
    key,
    codeSystem: BOSTON_311,
    kind: 'event',
    classCode: reason,
    subCode: type,
    className: both(reason),
    name: both(type),
    shortName: both(type.length > 18 ? `${type.slice(0, 17)}…` : type),
    source: 'the reason and type that the City of Boston files a request under',
    attested: 'one-list',
    mapping: null,
    retiredAt: null,
  };
  categories.set(key, made);
  return made;
}

function notAnInstant(text: string): string {
  return `"${text}" is not a local time such as 2015-01-31T08:30:00`;
}

function fault(cell: Cells, column: Column | null, reason: string): { ok: false } & RowFault {
  return { ok: false, sourceId: cell('case_enquiry_id') || null, column, reason };
}
