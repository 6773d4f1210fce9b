import type { Fix } from '#domain/team/team.ts';
import { decodeFixes, FIXES_TYPE, FixesError } from '#wire/http/binary-fixes.ts';
import { ingestOperations } from '#wire/http/operations/ingest.ts';
import type { BatchAnswer, FixesAnswer, ItemResult, Rejection } from '#wire/http/rejection.ts';
import { checkInstant } from '../edge/check-instant.ts';
import { readCaseEvent } from '../edge/read-case-event.ts';
import { checkFix, readFix } from '../edge/read-fix.ts';
import { readReport, type ReadItem } from '../edge/read-report.ts';
import { mediaType, splitBatch, type RawItem } from '../edge/split-batch.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

/** Rejected positions that an answer lists; the rest are only counted. */
const mostListed = 100;

/** What sources send. Answered after commit. */
export function ingestHandlers({ port, telemetry }: HttpParts): Pick<Handlers, keyof typeof ingestOperations> {
  return {
    async postReports({ principal, body }) {
      const now = port.now();
      const answer = await takeBatch(
        body,
        (value) => readReport(value, now),
        (good) => port.ingest.reports(principal, good),
      );
      telemetry.ingested('reports', principal.id, answer);
      return { answer: orAllRejected(answer) };
    },
    async postCaseEvents({ principal, body }) {
      const now = port.now();
      const answer = await takeBatch(
        body,
        (value) => readCaseEvent(value, now),
        (good) => port.ingest.caseEvents(principal, good),
      );
      telemetry.ingested('case-events', principal.id, answer);
      return { answer: orAllRejected(answer) };
    },
    async postPositions({ principal, body: { bytes, contentType } }) {
      const receivedAt = port.now();
      const items = readFixes(bytes, contentType, receivedAt);
      const good: { fix: Fix; index: number }[] = [];
      const rejected: FixesAnswer['rejected'] = [];
      items.forEach((item, index) => {
        if (item.ok) good.push({ fix: item.item, index });
        else rejected.push(listed(item.rejection, index));
      });
      if (good.length > 0) {
        const fixes = good.map(({ fix }) => fix);
        const taken = await port.ingest.positions(principal, fixes, receivedAt);
        for (const { index, ...fault } of taken.rejected) {
          rejected.push(listed({ status: 'rejected', ...fault }, good[index]?.index ?? index));
        }
      }
      const accepted = items.length - rejected.length;
      telemetry.ingested('positions', principal.id, { accepted, duplicates: 0, rejected: rejected.length });
      rejected.sort((a, b) => a.index - b.index);
      const shown = rejected.slice(0, mostListed);
      if (accepted === 0) throw new ProblemError('all-rejected', sentence(shown[0]), { results: shown });
      return { answer: { received: items.length, accepted, rejected: shown, rejectedInAll: rejected.length } };
    },
    async postBeat({ principal, body }) {
      const heardAt = port.now();
      const until = body.until ?? heardAt;
      const fault = checkInstant(until, heardAt, 'until');
      if (fault) throw new ProblemError('bad-argument', fault.message, { at: { field: 'until' } });
      port.ingest.beat(principal, until, heardAt);
      return { answer: { source: principal.id, until, heardAt } };
    },
  };
}

/** Reads every item, hands the good ones on together, and puts the results back in the body's order. */
async function takeBatch<Item>(
  items: readonly RawItem[],
  read: (value: unknown) => ReadItem<Item>,
  take: (items: readonly Item[]) => Promise<ItemResult[]>,
): Promise<BatchAnswer> {
  const readItems = items.map((raw) => (raw.ok ? read(raw.value) : raw));
  const good = readItems.flatMap((item) => (item.ok ? [item.item] : []));
  const taken = good.length === 0 ? [] : await take(good);
  if (taken.length !== good.length) throw new Error(`${good.length} items went in, ${taken.length} results came out`);
  let next = 0;
  const results = readItems.map((item, index) => {
    const result = item.ok ? taken[next++] : item.rejection;
    if (result === undefined) throw new Error(`item ${index} has no result`);
    return { index, ...result };
  });
  const count = (status: ItemResult['status']) => results.filter((result) => result.status === status).length;
  return {
    received: items.length,
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    rejected: count('rejected'),
    results,
  };
}

/** A body of which nothing is good is refused, with what is wrong with each item. */
function orAllRejected(answer: BatchAnswer): BatchAnswer {
  if (answer.rejected < answer.received) return answer;
  const first = answer.results.find((result) => result.status === 'rejected');
  throw new ProblemError('all-rejected', sentence(first), { results: answer.results });
}

function sentence(first: { index: number; field: string | null; message: string } | undefined): string {
  if (first === undefined) return 'no item could be accepted';
  return `item ${first.index}${first.field === null ? '' : `, ${first.field}`}: ${first.message}`;
}

function readFixes(bytes: Buffer, contentType: string | undefined, now: number): ReadItem<Fix>[] {
  if (mediaType(contentType) !== FIXES_TYPE) {
    const items = splitBatch(bytes, contentType, ingestOperations.postPositions.body.most);
    return items.map((raw) => (raw.ok ? readFix(raw.value, now) : raw));
  }
  try {
    const body = decodeFixes(bytes);
    return Array.from({ length: body.length }, (_, index) => checkFix(body.read(index), body.datum, now));
  } catch (error) {
    if (!(error instanceof FixesError)) throw error;
    throw new ProblemError('bad-frame', `byte ${error.offset}: ${error.message}`, { at: { offset: error.offset } });
  }
}

function listed({ code, field, message }: Rejection, index: number): FixesAnswer['rejected'][number] {
  return { index, code, field, message };
}
