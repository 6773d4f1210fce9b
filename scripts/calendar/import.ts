// Puts a notice in force on a data folder, whether a server runs on it or not.
import { basename } from 'node:path';
import { calendarList } from '#application/calendar/calendar-list.ts';
import { ListRefused, type ListVersion } from '#application/lists/list-kind.ts';
import { createListFiles } from '#adapters/files/list-files.ts';
import { createDistrictSource } from '#adapters/postgres/lists/district-source.ts';
import { createCalendarStore } from '#adapters/postgres/lists/calendar-store.ts';
import type { Config } from '#config';
import { openStore } from '../import/store.ts';
import { readBytes } from './files.ts';
import { InputError, problemLine, problemLines } from './refusal.ts';

/**
 * Imports a notice or calendar document as the newest version of the platform's calendar. A running server takes it
 * within seconds and counts its open clocks again; one that starts later does so then.
 *
 * @param dry only says what would change.
 * @param district code or name of the district that the file is about; empty: the city, or what the file says.
 * @returns what was done, in a line.
 */
export async function importCalendar(
  path: string,
  { config, dry, district, say }: { config: Config; dry: boolean; district: string; say: (line: string) => void },
): Promise<string> {
  const file = { name: basename(path), options: { district }, bytes: await readBytes(path) };
  const store = await openStore(config, 'citywall calendar', say);
  try {
    const list = calendarList(createCalendarStore(store.pool), createListFiles(), createDistrictSource(store.pool));
    const { basis, counts, problems } = await list.preview(file);
    if (problems.some(({ refuses }) => refuses)) throw new InputError(problemLines(path, problems));
    for (const problem of problems) say(problemLine(path, problem));
    const what = `${counts.added} days or rules added, ${counts.changed} changed, ${counts.removed} removed`;
    if (dry) return `${path}: ${what}; nothing is stored`;
    if (counts.added + counts.changed + counts.removed === 0) return `${path}: all of it is in force already`;
    const by = { kind: 'system', id: 'npm run calendar', name: 'npm run calendar' } as const;
    const { version } = await applied(() => list.apply(file, by, basis), path);
    return `${path}: ${what}; in force as version ${version}`;
  } finally {
    await store.close();
  }
}

async function applied(work: () => Promise<ListVersion>, path: string): Promise<ListVersion> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ListRefused) throw new InputError(problemLines(path, error.problems) || error.message);
    throw error;
  }
}
