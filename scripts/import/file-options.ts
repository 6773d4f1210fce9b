// What `npm run import` and `npm run replay` are told on the command line about the file.
import { accessSync, constants, statSync } from 'node:fs';
import { openZone, type Zone } from '#domain/calendar/zone.ts';
import type { ImportProfile } from '#application/import/profile.ts';
import type { Handbook } from '#application/case/handbook.ts';
import { boston311 } from '#adapters/files/boston311.ts';
import { casesCsv } from '#adapters/files/cases-csv.ts';

/** The command line cannot be used; the message says how to write it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const PROFILES = ['boston311', 'cases-csv'] as const;
export type ProfileName = (typeof PROFILES)[number];

export type FileOptions = { file: string; profile: ProfileName; source: string; timeZone: string | null };

/** Options of parseArgs that name the file and how to read it. */
export const fileArguments = {
  file: { type: 'string' },
  profile: { type: 'string' },
  source: { type: 'string' },
  'time-zone': { type: 'string' },
} as const;

type Values = { [Name in keyof typeof fileArguments]?: string | undefined };

export function fileOptionsOf(values: Values): FileOptions {
  const profile = PROFILES.find((name) => name === values.profile);
  if (values.file === undefined) throw new UsageError('--file is missing: name the CSV file, gzipped or not');
  if (profile === undefined) {
    const given = values.profile === undefined ? '--profile is missing' : `there is no profile ${values.profile}`;
    throw new UsageError(`${given}: it is one of ${PROFILES.join(', ')}`);
  }
  const source = values.source ?? profile;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(source)) {
    throw new UsageError('--source must be 1 to 40 small letters, digits or dashes');
  }
  if (profile === 'boston311' && (values.source !== undefined || values['time-zone'] !== undefined)) {
    throw new UsageError('--source and --time-zone are for the profile cases-csv: Boston has its own');
  }
  checkFile(values.file);
  return { file: values.file, profile, source, timeZone: values['time-zone'] ?? null };
}

/** Looked at before a store is made ready for it: that takes a while. */
function checkFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`--file: there is no file ${path}`);
  if (found.isDirectory()) throw new UsageError(`--file: ${path} is a folder; name the CSV file in it`);
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new UsageError(`--file: ${path} may not be read by this user`, { cause: error });
  }
}

/** How long a file's clock may run ahead of ours. */
const AHEAD_MS = 24 * 3_600_000;

/** The profile that was asked for. `platformZone`: of instants without an offset where nothing else is said. */
export function profileOf(
  options: FileOptions,
  platformZone: string,
  handbook: Handbook,
  firstYear: number,
): ImportProfile {
  if (options.profile === 'boston311') return boston311();
  const { source } = options;
  return casesCsv({
    source:
      source === 'cases-csv' ? { id: source, nameZh: '案件文件导入', nameEn: 'Case file import' } : namedSource(source),
    zone: zoneOf(options.timeZone ?? platformZone),
    isDepartment: handbook.isDepartment,
    hasCategory: handbook.hasCategory,
    earliest: Date.UTC(firstYear, 0, 2),
    latest: Date.now() + AHEAD_MS,
  });
}

function namedSource(id: string): { id: string; nameZh: string; nameEn: string } {
  return { id, nameZh: id, nameEn: id };
}

function zoneOf(name: string): Zone {
  try {
    return openZone(name);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--time-zone: there is no zone ${name}; write Asia/Shanghai`);
    throw error;
  }
}
