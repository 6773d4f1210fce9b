// npm run import -- --file F --profile boston311|cases-csv [--as-of T] [--verdicts OUT.csv] [--json OUT.json]
// Sends a file of cases down the same path as live reports. Safe to run again.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HeaderError } from '#application/import/profile.ts';
import { readGivenPlace } from '#application/place/read-given-place.ts';
import type { Located } from '#domain/place/position.ts';
import { StoreUnavailable } from '#application/ports.ts';
import { createInstantReader } from '#adapters/files/local-time.ts';
import { ConfigError, readConfig } from '#config';
import { loadCity } from '../server/compose/city.ts';
import { fileArguments, fileOptionsOf, profileOf, UsageError } from './import/file-options.ts';
import { createImportPlatform } from './import/platform.ts';
import { createProgressLine } from './import/progress-line.ts';
import { rejectedFolder, runImport, type ImportSummary } from './import/run-import.ts';
import { openStore } from './import/store.ts';

const USAGE = `npm run import -- --file F --profile boston311|cases-csv [options]
  --as-of T           judge as of this instant: ISO 8601, without an offset in the file's own zone (default: now)
  --verdicts OUT.csv  write source_id,verdict (ONTIME or OVERDUE) for every stored row
  --json OUT.json     write the counts
  --source NAME       cases-csv: the system the cases come from (default: cases-csv)
  --time-zone ZONE    cases-csv: zone of instants without an offset (default: CITYWALL_TIME_ZONE)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...fileArguments,
      'as-of': { type: 'string' },
      verdicts: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(`${USAGE}\n`);
  const options = fileOptionsOf(values);
  const config = readConfig();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const store = await openStore(config, 'citywall import', say);
  try {
    const { calendar, handbook, places, successions } = await loadCity(store, config.timeZone);
    const locate = (lon: number, lat: number) => places.locate(lon, lat);
    const placeOfCode = (code: string, point: Located | null) =>
      readGivenPlace({ places, successions }, code, Date.now(), point);
    const platform = createImportPlatform(store.pool, { calendar, handbook, locate, placeOfCode });
    const profile = profileOf(options, config.timeZone, handbook, calendar.calendar.firstYear);
    const asOf = asOfOf(values['as-of'], createInstantReader(profile.zone));
    const outputs = {
      verdicts: values.verdicts ?? null,
      rejectedFolder: resolve(rejectedFolder(values.verdicts ?? null, values.json ?? null, config.dataDirectory)),
    };
    const progress = createProgressLine();
    const summary = await runImport({ ...platform, profile, file: options.file, asOf, outputs, progress });
    await platform.drain();
    if (values.json !== undefined) {
      await mkdir(dirname(values.json), { recursive: true });
      await writeFile(values.json, `${JSON.stringify(summary, null, 2)}\n`);
    }
    process.stdout.write(`${describe(summary)}\n`);
  } finally {
    await store.close();
  }
}

function asOfOf(text: string | undefined, readInstant: (text: string) => number | null): number {
  if (text === undefined) return Date.now();
  const instant = readInstant(text);
  if (instant === null) throw new UsageError(`--as-of: "${text}" is not an instant such as 2016-01-12T23:00`);
  return instant;
}

function describe(summary: ImportSummary): string {
  const count = (value: number): string => value.toLocaleString('en');
  const odd = Object.entries(summary.oddities).map(([name, times]) => `${name} ${count(times)}`);
  return [
    `${count(summary.rows)} rows: ${count(summary.imported)} imported, ${count(summary.duplicates)} stored before, ${count(summary.rejected)} rejected`,
    `${count(summary.events)} events in ${summary.seconds.toFixed(1)} s, ${count(summary.eventsPerSecond)} a second`,
    `as of ${summary.asOf}: ${count(summary.onTime)} on time, ${count(summary.overdue)} overdue`,
    ...(odd.length > 0 ? [`odd, kept as they are: ${odd.join(', ')}`] : []),
    ...(summary.rejectedFile === null ? [] : [`rejected rows with reasons: ${summary.rejectedFile}`]),
  ].join('\n');
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  const code = (error as { code?: unknown }).code;
  if (error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
  } else if (error instanceof StoreUnavailable) {
    process.stderr.write(`${error.message}\nWhat was stored stays: run the same command again.\n`);
  } else if (error instanceof HeaderError || error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
});
