import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createCsvWriter } from '#adapters/files/write-csv.ts';
import type { MapLayer } from '#adapters/files/map-layer.ts';
import { placesGeoJson, problemsGeoJson, type PlacesReport } from '#application/place/places-report.ts';
import type { PlacesCheck } from '#domain/place/incoming/check-places.ts';
import type { PlacesOptions } from './options.ts';

/** Writes the files that were asked for. */
export async function writeResults(
  options: PlacesOptions,
  layer: MapLayer,
  check: PlacesCheck,
  report: PlacesReport,
): Promise<void> {
  const about = { file: options.file, encoding: layer.encoding, notes: layer.notes };
  if (options.json !== null) await writeJson(options.json, { ...report, ...about }, 1);
  if (options.geojson !== null) await writeJson(options.geojson, placesGeoJson(check, options.level), 0);
  if (options.problems !== null) await writeJson(options.problems, problemsGeoJson(check), 0);
  if (options.rejected !== null) await writeRejected(options.rejected, layer, check);
}

async function writeJson(path: string, value: unknown, indent: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(value, null, indent)}\n`);
}

/** A line for each reason, followed by what the feature holds. */
async function writeRejected(path: string, layer: MapLayer, check: PlacesCheck): Promise<void> {
  const rejected = new Set(check.rejected.map(({ line }) => line));
  const byLine = new Map(layer.features.map((feature) => [feature.line, feature]));
  const members = [...new Set([...rejected].flatMap((line) => Object.keys(byLine.get(line)?.properties ?? {})))];
  const csv = await createCsvWriter(path, ['line', 'code', 'kind', 'field', 'reason', 'hint', ...members]);
  for (const { line, refuses, codes, kind, field, reason, hint } of check.problems) {
    if (!refuses || line === null) continue;
    const properties = byLine.get(line)?.properties ?? {};
    csv.write([line, codes[0] ?? '', kind, field, reason, hint, ...members.map((name) => cellOf(properties[name]))]);
  }
  await csv.close();
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
