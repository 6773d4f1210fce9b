import type { IncomingCaseEvent, IncomingReport } from '#application/api-port.ts';
import type { FileRow, ForeignDepartment, ImportedCase, RowResult } from '#application/import/profile.ts';
import type { Category } from '#domain/category/category.ts';
import { Agenda } from '#adapters/simulator/agenda.ts';

type Read = (cells: readonly string[]) => RowResult;

/** What a file holds, found by reading it once from end to end. Instants in epoch ms. */
export type FileFacts = {
  cases: number;
  rejected: number;
  first: number;
  last: number;
  /** Whether the rows come in the order of their reports. */
  sorted: boolean;
  categories: Category[];
  departments: ForeignDepartment[];
};

export async function readFacts(batches: AsyncIterable<readonly FileRow[]>, read: Read): Promise<FileFacts> {
  const categories = new Map<string, Category>();
  const departments = new Map<string, ForeignDepartment>();
  const facts = { cases: 0, rejected: 0, first: Infinity, last: -Infinity, sorted: true };
  let before = -Infinity;
  for await (const rows of batches) {
    for (const { cells } of rows) {
      const result = read(cells);
      if (!result.ok) {
        facts.rejected += 1;
        continue;
      }
      const { report, events, category, department } = result.case;
      facts.cases += 1;
      facts.first = Math.min(facts.first, report.reportedAt);
      facts.last = Math.max(facts.last, ...messagesOf(result.case).map(({ at }) => at));
      facts.sorted &&= report.reportedAt >= before && events.every((event) => messageAt(report, event) >= before);
      before = report.reportedAt;
      if (category) categories.set(category.key, category);
      if (department) departments.set(department.code, department);
    }
  }
  return {
    ...facts,
    categories: [...categories.values()],
    departments: [...departments.values()],
  };
}

/** One word of the file at the instant at which it is heard. */
export type Message = { at: number } & (
  { kind: 'report'; report: IncomingReport } | { kind: 'event'; event: IncomingCaseEvent }
);

/**
 * The file's words in the order of time: reports, and what was told of them after. Where the rows are in order only the
 * cases that run are held in memory, otherwise all of them.
 */
export async function* inOrder(
  batches: AsyncIterable<readonly FileRow[]>,
  read: Read,
  sorted: boolean,
): AsyncGenerator<Message> {
  const agenda = new Agenda<Message>();
  for await (const rows of batches) {
    for (const { cells } of rows) {
      const result = read(cells);
      if (!result.ok) continue;
      // Whatever comes before this report is complete.
      const until = sorted ? result.case.report.reportedAt - 1 : -Infinity;
      for (let due = agenda.take(until); due !== null; due = agenda.take(until)) yield due.item;
      for (const message of messagesOf(result.case)) agenda.put(message.at, message);
    }
  }
  for (let due = agenda.take(Infinity); due !== null; due = agenda.take(Infinity)) yield due.item;
}

function messagesOf({ report, events }: ImportedCase): Message[] {
  const told = events.map((event): Message => ({ at: messageAt(report, event), kind: 'event', event }));
  return [{ at: report.reportedAt, kind: 'report', report }, ...told];
}

/** Nothing is heard of a case before it is reported, whatever its own instant says. */
function messageAt({ reportedAt }: IncomingReport, { at }: IncomingCaseEvent): number {
  return Math.max(reportedAt, at);
}
