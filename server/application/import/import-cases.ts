import type { Category } from '#domain/category/category.ts';
import type { Principal } from '#domain/account/role.ts';
import { EVERYWHERE } from '#domain/account/scope.ts';
import type { ItemResult } from '#wire/http/rejection.ts';
import type { IngestPort } from '../api-port.ts';
import type { FileRow, ForeignDepartment, ImportedCase, ImportSource, RowFault, RowResult } from './profile.ts';

/** What an import needs of the platform. */
export type ImportParts = {
  ingest: Pick<IngestPort, 'reports' | 'caseEvents'>;
  /** Makes what rows mention known to the dictionary; resolves after commit, changes nothing that is known already. */
  know(source: ImportSource, categories: readonly Category[], departments: readonly ForeignDepartment[]): Promise<void>;
};

/** A row that was not taken, as it stood in the file. */
export type RejectedRow = Omit<RowFault, 'sourceId'> & FileRow;

export type ImportCounts = {
  rows: number;
  imported: number;
  duplicates: number;
  rejected: number;
  /** Events newly stored: reports and what followed them. */
  events: number;
  oddities: Map<string, number>;
};

export type ImportWatch = {
  onRejected(row: RejectedRow): void;
  onProgress(counts: Readonly<ImportCounts>): void;
};

/** A row's two halves go into one transaction of the writer, which takes at most 2,000 items: a report and two events. */
export const ROWS_A_BATCH = 660;
const BATCHES_IN_FLIGHT = 3;

/**
 * Sends a file's rows down the live way in. Rows that were stored before are counted as duplicates and nothing is
 * doubled, so an import that was cut short is simply run again.
 *
 * @returns what became of the rows, and the ids of all rows that are stored now, in the file's order.
 * @throws StoreUnavailable when the store goes away; what was committed by then stays.
 */
export async function importCases(
  parts: ImportParts,
  source: ImportSource,
  batches: AsyncIterable<readonly FileRow[]>,
  read: (cells: readonly string[]) => RowResult,
  watch: ImportWatch,
): Promise<{ counts: ImportCounts; storedIds: string[] }> {
  const counts: ImportCounts = { rows: 0, imported: 0, duplicates: 0, rejected: 0, events: 0, oddities: new Map() };
  const known = createKnown(parts, source);
  const stored: string[][] = [];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const rows of batches) {
    const batch: string[] = [];
    stored.push(batch);
    const work = importBatch(parts, source, known, rows, read, counts, watch, batch)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(work));
    running.add(work);
    if (running.size >= BATCHES_IN_FLIGHT) await Promise.race(running);
    if (failures.length > 0) break;
    watch.onProgress(counts);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  watch.onProgress(counts);
  return { counts, storedIds: stored.flat() };
}

async function importBatch(
  parts: ImportParts,
  source: ImportSource,
  know: (cases: readonly ImportedCase[]) => Promise<void>,
  rows: readonly FileRow[],
  read: (cells: readonly string[]) => RowResult,
  counts: ImportCounts,
  watch: ImportWatch,
  stored: string[],
): Promise<void> {
  counts.rows += rows.length;
  const reject = (row: FileRow, column: string | null, reason: string): void => {
    counts.rejected += 1;
    watch.onRejected({ line: row.line, cells: row.cells, column, reason });
  };
  const good: { row: FileRow; found: ImportedCase }[] = [];
  for (const row of rows) {
    const result = read(row.cells);
    if (result.ok) good.push({ row, found: result.case });
    else reject(row, result.column, result.reason);
  }
  if (good.length === 0) return;
  const cases = good.map(({ found }) => found);
  await know(cases);
  const who = principalOf(source);
  // Both at once: the writer commits them in one transaction, reports first.
  const [reported, told] = await Promise.all([
    parts.ingest.reports(
      who,
      cases.map(({ report }) => report),
    ),
    parts.ingest.caseEvents(
      who,
      cases.flatMap(({ events }) => events),
    ),
  ]);
  let next = 0;
  for (const [index, { row, found }] of good.entries()) {
    const report = reported[index] as ItemResult;
    const events = told.slice(next, (next += found.events.length));
    if (report.status === 'rejected') {
      reject(row, report.field, report.message);
      continue;
    }
    stored.push(found.report.sourceId);
    counts.events += events.filter(({ status }) => status === 'accepted').length;
    if (report.status === 'duplicate') counts.duplicates += 1;
    else {
      counts.imported += 1;
      counts.events += 1;
    }
    const moved = report.status === 'accepted' && report.place !== undefined ? ODD_PLACE[report.place.how] : null;
    for (const name of [...found.oddities, ...(moved === null ? [] : [moved])])
      counts.oddities.set(name, (counts.oddities.get(name) ?? 0) + 1);
    for (const event of events) {
      if (event.status === 'rejected') {
        watch.onRejected({ ...row, column: event.field, reason: `the case is kept, but not this: ${event.message}` });
      }
    }
  }
}

/** How the import names place codes that do not count as they were given. */
const ODD_PLACE = {
  own: null,
  succeeded: 'placeSucceeded',
  'by-point': 'placeSplitByPoint',
  undecided: 'placeSplitUndecided',
  unknown: 'placeUnknown',
} as const;

/** Tells the dictionary only of what this import has not told it yet. */
function createKnown(parts: ImportParts, source: ImportSource): (cases: readonly ImportedCase[]) => Promise<void> {
  const categories = new Set<string>();
  const departments = new Set<string>();
  let told: Promise<void> | null = null;
  return async (cases) => {
    const newCategories = new Map<string, Category>();
    const newDepartments = new Map<string, ForeignDepartment>();
    for (const { category, department } of cases) {
      if (category && !categories.has(category.key)) newCategories.set(category.key, category);
      if (department && !departments.has(department.code)) newDepartments.set(department.code, department);
    }
    for (const key of newCategories.keys()) categories.add(key);
    for (const code of newDepartments.keys()) departments.add(code);
    if (told === null || newCategories.size > 0 || newDepartments.size > 0) {
      const before = told;
      told = (async () => {
        await before;
        await parts.know(source, [...newCategories.values()], [...newDepartments.values()]);
      })();
    }
    await told;
  };
}

/** A file stands for its source: it may report anywhere. */
function principalOf({ id, nameEn }: ImportSource): Principal {
  return { kind: 'source', id, name: nameEn, role: 'source', scope: EVERYWHERE, department: null };
}
