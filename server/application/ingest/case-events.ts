import type { CaseDraft, DraftBook } from '../case/draft.ts';
import { isWithin } from '../case/move-case.ts';
import type { ItemResult, RejectionCode } from '#wire/http/rejection.ts';
import type { IncomingCaseEvent } from '../api-port.ts';
import type { Principal } from '#domain/account/role.ts';
import { actorOf, decideForSource } from './source-move.ts';
import { saidOf, type IngestParts } from './reports.ts';

type Answer = (numberOf: (draft: CaseDraft) => string) => ItemResult;

/**
 * Stores words on known cases: what a foreign system tells of a case that it runs, in any order and however often, and
 * moves that a source makes in its own cases. One answer an item, in order, after commit.
 */
export async function ingestCaseEvents(
  parts: IngestParts,
  source: Principal,
  items: readonly IncomingCaseEvent[],
): Promise<ItemResult[]> {
  if (items.length === 0) return [];
  return parts.writer.submit<ItemResult[]>({
    keys: {
      numbers: items.flatMap((item) => (item.case.kind === 'number' ? item.case.number : [])),
      externals: items.flatMap((item) =>
        item.case.kind === 'source-id' ? [{ source: source.id, externalId: item.case.sourceId }] : [],
      ),
    },
    size: items.length,
    plan(book) {
      const answers = items.map((item) => apply(parts, source, book, item));
      return { finish: (numberOf) => answers.map((answer) => answer(numberOf)) };
    },
  });
}

function apply(parts: IngestParts, source: Principal, book: DraftBook, item: IncomingCaseEvent): Answer {
  const draft = find(book, source, item);
  if (!draft) {
    const name = item.case.kind === 'number' ? item.case.number : item.case.sourceId;
    return reject('unknown-case', 'case', `this source has no case ${name}`);
  }
  if (draft.has(item.eventId)) return (numberOf) => ({ status: 'duplicate', caseNumber: numberOf(draft) });
  return item.what.type === 'told'
    ? tell(parts, source, draft, item, item.what)
    : move(parts, source, draft, item, item.what);
}

function find(book: DraftBook, source: Principal, item: IncomingCaseEvent): CaseDraft | undefined {
  const draft =
    item.case.kind === 'source-id' ? book.byExternal(source.id, item.case.sourceId) : book.byNumber(item.case.number);
  if (!draft) return undefined;
  const owner = draft.stored?.source ?? draft.newborn?.source;
  return owner === source.id && isWithin(source.scope, draft.state) ? draft : undefined;
}

function tell(
  parts: IngestParts,
  source: Principal,
  draft: CaseDraft,
  item: IncomingCaseEvent,
  { phase, dueAt, department, place: given, note }: Extract<IncomingCaseEvent['what'], { type: 'told' }>,
): Answer {
  if (draft.state.conduct !== 'told') {
    return reject('not-allowed', 'type', 'the stages of this case are run here: post a move, not a state');
  }
  const { position, place: known } = draft.state;
  const coded = given === undefined ? null : parts.placeOfCode(given, position !== null && known.inside ? known : null);
  const unplaced = position === null || !known.inside;
  if (coded?.place === null && unplaced) {
    return reject('unknown-place', 'place', `no place has the code ${coded.told.given}; leave it out`);
  }
  if (coded?.place != null && unplaced && !isWithin(source.scope, { place: coded.place })) {
    return reject('not-allowed', 'place', `this key may report for ${source.scope} only`);
  }
  draft.append({
    eventId: item.eventId,
    at: item.at,
    recordedAt: parts.now(),
    actor: actorOf(source, item.by),
    data: {
      type: 'told',
      note,
      ...(phase !== undefined && { phase }),
      ...(dueAt !== undefined && { dueAt }),
      ...(department !== undefined && { department }),
      ...(coded !== null && { placeGiven: coded.told }),
      ...(coded?.place != null && { place: coded.place }),
    },
  });
  return (numberOf) => ({ status: 'accepted', caseNumber: numberOf(draft), ...saidOf(coded?.told ?? null) });
}

function move(
  parts: IngestParts,
  source: Principal,
  draft: CaseDraft,
  item: IncomingCaseEvent,
  body: Extract<IncomingCaseEvent['what'], { type: 'move' }>,
): Answer {
  const decision = decideForSource(parts, source, draft.state, draft.newestAt, { ...item, move: body.move });
  if (!decision.ok) return () => decision.rejection;
  for (const event of decision.events) draft.append(event);
  return (numberOf) => ({ status: 'accepted', caseNumber: numberOf(draft) });
}

function reject(code: RejectionCode, field: string, message: string): Answer {
  return () => ({ status: 'rejected', code, field, message });
}
