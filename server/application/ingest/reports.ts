import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dateAt } from '#domain/calendar/days.ts';
import { parseCategoryKey } from '#domain/category/category.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { applyEvent, foldCase } from '#domain/case/fold.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import type { Located } from '#domain/place/position.ts';
import type { GivenPlace } from '#domain/place/succession.ts';
import type { DraftBook } from '../case/draft.ts';
import type { Handbook } from '../case/handbook.ts';
import { isWithin } from '../case/move-case.ts';
import type { CaseWriter } from '../case/writer.ts';
import type { CodedPlace } from '../place/read-given-place.ts';
import type { ItemResult, Rejection } from '#wire/http/rejection.ts';
import type { IncomingReport } from '../api-port.ts';
import type { Principal } from '#domain/account/role.ts';
import { decideForSource } from './source-move.ts';

export type IngestParts = {
  writer: CaseWriter;
  calendar: () => CompiledCalendar;
  handbook: () => Handbook;
  rules: () => CaseRules;
  locate: (lon: number, lat: number) => Located;
  /** Where the place of a code is today; `point`: the places of the case's point. */
  placeOfCode: (code: string, point: Located | null) => CodedPlace;
  /** Whether a source's data is made up. */
  isSimulated: (source: string) => boolean;
  now: () => number;
};

const NOWHERE: Located = {
  inside: false,
  districtCode: null,
  subdistrictCode: null,
  communityCode: null,
  gridCode: null,
};

type Placed = { place: Located; told: GivenPlace | null };
type Prepared = ({ item: IncomingReport } & Placed) | { rejected: ItemResult };

/**
 * Stores reports. Resolves after commit with one answer an item, in order: accepted with the case's number, duplicate
 * with the number it has already (by source and the source's own id), or rejected. Rejected items do not hold the
 * others back.
 */
export async function ingestReports(
  parts: IngestParts,
  source: Principal,
  items: readonly IncomingReport[],
): Promise<ItemResult[]> {
  const prepared = items.map((item) => checkReport(parts, source, item));
  const externals = prepared.flatMap((one) =>
    'item' in one ? [{ source: source.id, externalId: one.item.sourceId }] : [],
  );
  if (externals.length === 0) return prepared.map((one) => (one as { rejected: ItemResult }).rejected);
  return parts.writer.submit<ItemResult[]>({
    keys: { externals },
    size: items.reduce((sum, { history }) => sum + 1 + (history?.length ?? 0), 0),
    plan(book) {
      const answers = prepared.map((one) => ('item' in one ? place(parts, source, book, one) : () => one.rejected));
      return { finish: (numberOf) => answers.map((answer) => answer(numberOf)) };
    },
  });
}

/** Whether a report may come in, and where it lies. */
export function checkReport(parts: IngestParts, source: Principal, item: IncomingReport): Prepared {
  if (item.category !== null && item.conduct === 'own' && !parts.handbook().hasCategory(item.category)) {
    return {
      rejected: {
        status: 'rejected',
        code: 'unknown-category',
        field: 'category',
        message: `the catalogue has no category ${item.category}; leave it out and an operator will choose one`,
      },
    };
  }
  const { place, told } = placeOf(parts, item);
  if (told?.how === 'unknown' && item.position === null) {
    return {
      rejected: {
        status: 'rejected',
        code: 'unknown-place',
        field: 'place',
        message: `no place has the code ${told.given}, and no list says what became of it; leave it out or give the position`,
      },
    };
  }
  if (!isWithin(source.scope, { place })) {
    return {
      rejected: {
        status: 'rejected',
        code: 'not-allowed',
        field: told !== null && item.position === null ? 'place' : 'position',
        message: `this key may report for ${source.scope} only; the case lies in ${place.districtCode ?? 'no district'}`,
      },
    };
  }
  return { item, place, told };
}

/** The point says where a case lies, and the code that was given where there is none or it lies outside the city. */
function placeOf(parts: IngestParts, { position, place: given }: IncomingReport): Placed {
  const point = position === null ? null : parts.locate(position.lon, position.lat);
  if (given == null) return { place: point ?? NOWHERE, told: null };
  const { place, told } = parts.placeOfCode(given, point);
  return { place: point?.inside === true ? point : (place ?? point ?? NOWHERE), told };
}

/** What the answer says of a code that does not count as it was given. */
export function saidOf(told: GivenPlace | null): { place?: GivenPlace } {
  return told === null || told.how === 'own' ? {} : { place: told };
}

type Answer = (
  numberOf: Parameters<ReturnType<Parameters<CaseWriter['submit']>[0]['plan']>['finish']>[0],
) => ItemResult;

function place(
  parts: IngestParts,
  source: Principal,
  book: DraftBook,
  { item, place, told }: { item: IncomingReport } & Placed,
): Answer {
  const known = book.byExternal(source.id, item.sourceId);
  if (known) return (numberOf) => ({ status: 'duplicate', caseNumber: numberOf(known) });
  const events = firstEvents(parts, source, item, { place, told });
  if (!Array.isArray(events)) return () => events;
  const draft = book.create({
    source: source.id,
    externalId: item.sourceId,
    simulated: parts.isSimulated(source.id),
    numberPrefix: numberPrefix(item.category),
    numberDay: dateAt(parts.calendar(), item.reportedAt).replaceAll('-', ''),
  });
  for (const event of events) draft.append(event);
  return (numberOf) => ({ status: 'accepted', caseNumber: numberOf(draft), ...saidOf(told) });
}

/** The report and what its source did about it before it came here; the rejection where that was not possible. */
function firstEvents(
  parts: IngestParts,
  source: Principal,
  item: IncomingReport,
  placed: Placed,
): CaseEvent[] | Rejection {
  const events = [reportedEvent(parts, source, item, placed)];
  const history = item.history ?? [];
  if (history.length === 0) return events;
  let state = foldCase(events);
  let newestAt = item.reportedAt;
  const ids = new Set(['reported']);
  for (const [index, past] of history.entries()) {
    const field = `history.${index}`;
    if (ids.has(past.eventId)) {
      return {
        status: 'rejected',
        code: 'bad-field',
        field: `${field}.eventId`,
        message: `${past.eventId} comes twice`,
      };
    }
    ids.add(past.eventId);
    const decision = decideForSource(parts, source, state, newestAt, past);
    if (!decision.ok) return { ...decision.rejection, field: `${field}.move` };
    for (const event of decision.events) {
      state = applyEvent(state, event);
      newestAt = event.at;
      events.push(event);
    }
  }
  return events;
}

function reportedEvent(
  parts: IngestParts,
  source: Principal,
  item: IncomingReport,
  { place, told }: Placed,
): CaseEvent {
  return {
    eventId: 'reported',
    at: item.reportedAt,
    recordedAt: parts.now(),
    actor: { kind: 'source', id: source.id, name: source.name },
    data: {
      type: 'reported',
      conduct: item.conduct,
      channel: item.channel,
      categoryKey: item.category,
      conditionNo: item.conditionNo,
      ...(item.component != null && { component: item.component }),
      description: item.description,
      address: item.address,
      position: item.position,
      place,
      ...(told !== null && { placeGiven: told }),
      ...(item.defaultPoint && { defaultPoint: true as const }),
      reporter: item.reporter,
      media: item.media,
      dueGiven: item.dueAt,
      limit: item.conduct === 'own' ? parts.handbook().stageLimit('accept', place.districtCode) : null,
    },
  };
}

/** `C0103` for a component, `E0110` for an event of the national system, `X0000` for what has no such code (yet). */
export function numberPrefix(categoryKey: string | null): string {
  const id = categoryKey === null ? null : parseCategoryKey(categoryKey);
  const code = id ? id.classCode + id.subCode : '';
  if (!id || !/^\d{4,5}$/.test(code)) return 'X0000';
  return `${id.kind === 'component' ? 'C' : 'E'}${code}`;
}
