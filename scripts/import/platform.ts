// What an import needs of the platform, wired on a store: the same use cases that a server runs.
import type { Pool } from 'pg';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import type { Handbook } from '#application/case/handbook.ts';
import { CaseWriter } from '#application/case/writer.ts';
import type { ImportParts } from '#application/import/import-cases.ts';
import type { WholeClocks } from '#application/import/verdicts.ts';
import { ingestCaseEvents } from '#application/ingest/case-events.ts';
import { ingestReports, type IngestParts } from '#application/ingest/reports.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createWholeClocks, knowImported } from '#adapters/postgres/imported.ts';

export type ImportPlatform = ImportParts & {
  calendar: CompiledCalendar;
  wholeClocks: WholeClocks;
  /** Resolves when all that was submitted is written. */
  drain(): Promise<void>;
};

/** @param city the calendar, the handbook and the places of a point. */
export function createImportPlatform(
  pool: Pool,
  city: { calendar: CompiledCalendar; handbook: Handbook } & Pick<IngestParts, 'locate' | 'placeOfCode'>,
): ImportPlatform {
  const { calendar, handbook, locate, placeOfCode } = city;
  const writer = new CaseWriter({
    // A server that writes at the same time takes its turns; an import can wait for them.
    log: createCaseLog(pool, { patienceMs: 60_000 }),
    calendar: () => calendar,
    thresholds: defaultThresholds,
    onCommitted: () => undefined,
  });
  const parts: IngestParts = {
    writer,
    calendar: () => calendar,
    handbook: () => handbook,
    rules: () => DEFAULT_RULES,
    locate,
    placeOfCode,
    isSimulated: () => false,
    now: Date.now,
  };
  return {
    ingest: {
      reports: (who, items) => ingestReports(parts, who, items),
      caseEvents: (who, items) => ingestCaseEvents(parts, who, items),
    },
    know: (source, categories, departments) => knowImported(pool, source, categories, departments),
    calendar,
    wholeClocks: createWholeClocks(pool),
    drain: () => writer.drain(),
  };
}
