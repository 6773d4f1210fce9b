// What `npm run places` is told on the command line.
import { parseArgs } from 'node:util';
import { DATUMS, isDatum, type Datum } from '#domain/place/datum.ts';
import { INCOMING_LEVELS, type IncomingLevel } from '#domain/place/incoming/feature.ts';

/** The command line cannot be used; the message says how to write it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const USAGE = `npm run places -- --file F --level ${INCOMING_LEVELS.join('|')} --datum ${DATUMS.join('|')} [options]
  reads GeoJSON or a Shapefile (.zip, or .shp with its files beside it), converts it to WGS-84 and checks it
  --json OUT.json        write places, problems and counts
  --rejected OUT.csv     write the features that cannot be taken in, with reason and how to mend them
  --geojson OUT.geojson  write the accepted places in WGS-84
  --problems OUT.geojson write every problem for a map: its ground, the place it is about, or a point
  --parent CODE          all places must lie under this code, such as 110000 or 110101
  --parents FILE         outlines of the level above, to check that each place lies in its parent
  --parents-datum DATUM  theirs (default: that of --datum)
  --code-field NAME, --name-field NAME   members that hold code and name (default: found by their usual names)
  --tolerance M2         gaps and overlaps up to this many m² are counted, not listed (default: by level)`;

export type PlacesOptions = {
  file: string;
  level: IncomingLevel;
  datum: Datum;
  json: string | null;
  rejected: string | null;
  geojson: string | null;
  problems: string | null;
  parent: string | null;
  parents: { file: string; datum: Datum } | null;
  codeField: string | null;
  nameField: string | null;
  toleranceM2: number | null;
};

/** Null where help was asked for. Throws UsageError, or parseArgs' own error for an unknown option. */
export function placesOptions(parameters: readonly string[]): PlacesOptions | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      file: text,
      level: text,
      datum: text,
      json: text,
      rejected: text,
      geojson: text,
      problems: text,
      // What --problems was called before.
      issues: text,
      parent: text,
      parents: text,
      'parents-datum': text,
      'code-field': text,
      'name-field': text,
      tolerance: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  if (values.file === undefined) throw new UsageError('--file is missing: name a GeoJSON file or a Shapefile');
  const level = INCOMING_LEVELS.find((name) => name === values.level);
  if (level === undefined) throw new UsageError(oneOf('--level', values.level, INCOMING_LEVELS));
  const datum = datumOf('--datum', values.datum);
  const { parent } = values;
  if (parent !== undefined && !/^\d{6}(\d{3}){0,2}$/u.test(parent))
    throw new UsageError(`--parent: "${parent}" is no code of 6, 9 or 12 digits`);
  return {
    file: values.file,
    level,
    datum,
    json: values.json ?? null,
    rejected: values.rejected ?? null,
    geojson: values.geojson ?? null,
    problems: values.problems ?? values.issues ?? null,
    parent: parent ?? null,
    parents:
      values.parents === undefined
        ? null
        : {
            file: values.parents,
            datum: values['parents-datum'] === undefined ? datum : datumOf('--parents-datum', values['parents-datum']),
          },
    codeField: values['code-field'] ?? null,
    nameField: values['name-field'] ?? null,
    toleranceM2: toleranceOf(values.tolerance),
  };
}

function datumOf(option: string, value: string | undefined): Datum {
  if (value === undefined || !isDatum(value)) throw new UsageError(oneOf(option, value, DATUMS));
  return value;
}

function oneOf(option: string, value: string | undefined, choices: readonly string[]): string {
  return `${option} ${value === undefined ? 'is missing' : `cannot be "${value}"`}: it is one of ${choices.join(', ')}`;
}

function toleranceOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new UsageError(`--tolerance: "${value}" is no number of square metres`);
  return number;
}
