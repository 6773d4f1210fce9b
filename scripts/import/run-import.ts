import { basename, dirname, join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { importCases, ROWS_A_BATCH, type ImportCounts, type ImportParts } from '#application/import/import-cases.ts';
import { HeaderError, type ImportProfile } from '#application/import/profile.ts';
import { judgeCases, type WholeClocks } from '#application/import/verdicts.ts';
import { REJECTED_COLUMNS } from '#adapters/files/columns.ts';
import { openCsv, type OpenCsv } from '#adapters/files/read-csv.ts';
import { createCsvWriter, type CsvWriter } from '#adapters/files/write-csv.ts';
import type { ProgressLine } from './progress-line.ts';

/** Where an import writes what it has to say; `rejectedFolder` gets the file of rejected rows, if there are any. */
export type ImportOutputs = { verdicts: string | null; rejectedFolder: string };

/** What an import did. Rates are of what was newly stored while rows were read. */
export type ImportSummary = {
  rows: number;
  imported: number;
  duplicates: number;
  rejected: number;
  onTime: number;
  overdue: number;
  seconds: number;
  asOf: string;
  events: number;
  eventsPerSecond: number;
  oddities: Record<string, number>;
  rejectedFile: string | null;
};

export type ImportRun = ImportParts & {
  profile: ImportProfile;
  file: string;
  asOf: number;
  calendar: CompiledCalendar;
  wholeClocks: WholeClocks;
  outputs: ImportOutputs;
  progress: ProgressLine;
};

/**
 * Imports one file and judges what is stored of it.
 *
 * @throws HeaderError before anything is stored; StoreUnavailable in the middle, after which it can be run again.
 */
export async function runImport(run: ImportRun): Promise<ImportSummary> {
  const started = performance.now();
  const csv = await openCsv(run.file);
  const rejected = createRejectedFile(run, csv);
  try {
    const read = run.profile.open(csv.header);
    const { counts, storedIds } = await importCases(run, run.profile.source, csv.batches(ROWS_A_BATCH), read, {
      onRejected: rejected.add,
      onProgress: (now) => run.progress.show(csv.progress(), progressText(now, performance.now() - started)),
    });
    const importMs = performance.now() - started;
    const { onTime, overdue } = await judge(run, storedIds);
    return {
      rows: counts.rows,
      imported: counts.imported,
      duplicates: counts.duplicates,
      rejected: counts.rejected,
      onTime,
      overdue,
      seconds: round((performance.now() - started) / 1000, 3),
      asOf: new Date(run.asOf).toISOString(),
      events: counts.events,
      eventsPerSecond: Math.round((counts.events / importMs) * 1000),
      oddities: Object.fromEntries(counts.oddities),
      rejectedFile: await rejected.close(),
    };
  } catch (error) {
    if (error instanceof HeaderError) throw error;
    await rejected.close();
    throw error;
  } finally {
    run.progress.end();
    csv.close();
  }
}

async function judge(run: ImportRun, storedIds: readonly string[]): Promise<{ onTime: number; overdue: number }> {
  const { verdicts } = run.outputs;
  const writer = verdicts === null ? null : await createCsvWriter(verdicts, ['source_id', 'verdict']);
  const { wholeClocks, calendar, asOf, profile } = run;
  const counts = await judgeCases(wholeClocks, calendar, profile.source.id, storedIds, asOf, (id, verdict) =>
    writer?.write([id, verdict]),
  );
  await writer?.close();
  return counts;
}

type RejectedFile = {
  add(row: { line: number; cells: readonly string[]; column: string | null; reason: string }): void;
  /** Its path, null when no row was rejected. */
  close(): Promise<string | null>;
};

/** Rejected rows with their reasons, in a file that can be mended and imported again; none is left where all went in. */
function createRejectedFile({ file, outputs }: ImportRun, { header }: OpenCsv): RejectedFile {
  const path = join(
    outputs.rejectedFolder,
    `${basename(file)
      .replace(/\.gz$/, '')
      .replace(/\.csv$/, '')}.rejected.csv`,
  );
  let opening: Promise<CsvWriter> | null = null;
  const waiting: (string | number | null)[][] = [];
  return {
    add({ line, cells, column, reason }) {
      opening ??= createCsvWriter(path, [...REJECTED_COLUMNS, ...header]);
      waiting.push([line, column, reason, ...cells]);
      void opening.then((writer) => waiting.splice(0).forEach((row) => writer.write(row)));
    },
    async close() {
      if (opening === null) {
        await rm(path, { force: true });
        return null;
      }
      const writer = await opening;
      waiting.splice(0).forEach((row) => writer.write(row));
      await writer.close();
      return path;
    },
  };
}

function progressText({ rows, events, rejected }: Readonly<ImportCounts>, ms: number): string {
  const rate = Math.round((events / Math.max(ms, 1)) * 1000);
  const bad = rejected > 0 ? `, ${rejected.toLocaleString('en')} rejected` : '';
  return `${rows.toLocaleString('en')} rows, ${rate.toLocaleString('en')} events/s${bad}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The folder beside the results that were asked for, else the data folder's own for imports. */
export function rejectedFolder(verdicts: string | null, json: string | null, dataDirectory: string): string {
  const beside = verdicts ?? json;
  return beside === null ? join(dataDirectory, 'imports') : dirname(beside);
}
