// npm run places -- --file F --level district|subdistrict|community|grid --datum wgs84|cgcs2000|gcj02|bd09 [--json OUT.json]
// Checks a city's outlines: codes, parents, rings, gaps and overlaps.
import { FileFault } from '#adapters/files/file-fault.ts';
import { reportOf, type PlacesReport } from '#application/place/places-report.ts';
import type { Datum } from '#domain/place/datum.ts';
import { checkPlaces } from '#domain/place/incoming/check-places.ts';
import type { KnownOutline } from '#domain/place/incoming/check-together.ts';
import { findFields } from '#domain/place/incoming/fields.ts';
import { INCOMING_LEVELS, type IncomingLevel } from '#domain/place/incoming/feature.ts';
import { readPlaces } from '#domain/place/incoming/read-places.ts';
import { placesOptions, USAGE, UsageError, type PlacesOptions } from './places-import/options.ts';
import { readLayer } from './places-import/read-layer.ts';
import { writeResults } from './places-import/write-results.ts';

async function main(): Promise<void> {
  const options = placesOptions(process.argv.slice(2));
  if (options === null) return void process.stdout.write(`${USAGE}\n`);
  const layer = await readLayer(options.file);
  const { level, datum } = options;
  const check = checkPlaces(layer.features, {
    level,
    datum,
    ancestor: options.parent,
    codeField: options.codeField,
    nameField: options.nameField,
    toleranceM2: options.toleranceM2,
    known: options.parents === null ? [] : await parentsOf(level, options.parents),
  });
  const report = reportOf(check, level, datum);
  await writeResults(options, layer, check, report);
  for (const note of layer.notes) process.stderr.write(`${note}\n`);
  process.stdout.write(`${describe(report, options)}\n`);
  if (report.accepted === 0) process.exitCode = 1;
}

/** Outlines of the level above; a district's own file names districts, so those of another level are left out. */
async function parentsOf(
  level: IncomingLevel,
  { file, datum }: { file: string; datum: Datum },
): Promise<KnownOutline[]> {
  const above = INCOMING_LEVELS[INCOMING_LEVELS.indexOf(level) - 1];
  if (above === undefined) throw new UsageError('--parents: a district has no parent with an outline');
  const { features } = await readLayer(file);
  const fields = findFields(features, above, { code: null, name: null });
  const places = readPlaces(features, above, datum, fields);
  const known = places.flatMap(({ code, parent, parts }) =>
    parent !== null && parts !== null ? [{ code, parts }] : [],
  );
  if (known.length === 0) throw new FileFault(`${file}: it holds no ${above} with a code and an outline`);
  return known;
}

const SHOWN = 20;

function describe(
  { features, accepted, rejected, problems, summary, fields }: PlacesReport,
  { level, datum }: PlacesOptions,
): string {
  const count = (value: number): string => value.toLocaleString('en');
  const { seams } = summary;
  const kinds = Object.entries(summary.counts).filter(([, times]) => times > 0);
  return [
    `${count(features)} features (${level}, ${datum}): ${count(accepted)} accepted, ${count(rejected)} rejected; code from "${fields.code ?? '—'}", name from "${fields.name ?? '—'}"`,
    kinds.length === 0 ? 'no problems' : kinds.map(([kind, times]) => `${kind} ${count(times)}`).join(', '),
    `${count(seams.gaps)} gaps and ${count(seams.overlaps)} overlaps under the tolerance, ${count(Math.round(seams.gapM2 + seams.overlapM2))} m² together`,
    ...problems
      .slice(0, SHOWN)
      .map(
        ({ kind, line, reason, hint }) => `  ${kind}${line === null ? '' : `, feature ${line}`}: ${reason}. ${hint}`,
      ),
    ...(problems.length > SHOWN ? [`  … and ${count(problems.length - SHOWN)} more: --json OUT.json writes all`] : []),
  ].join('\n');
}

main().catch((error: unknown) => {
  const code = (error as { code?: unknown }).code;
  if (error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))) {
    process.exitCode = 2;
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    return;
  }
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
});
