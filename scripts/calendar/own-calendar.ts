// The calendar that a tool counts with: China's published days, or a city's own files over them.
import { basename } from 'node:path';
import { plainCalendar, type Calendar } from '#domain/calendar/calendar.ts';
import { readHoursText } from '#domain/calendar/hours-text.ts';
import { openZone } from '#domain/calendar/zone.ts';
import { readCalendarFile, withCalendarFile } from '#application/calendar/read-calendar.ts';
import { readSheet } from '#adapters/files/read-sheet.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { readBytes } from './files.ts';
import { InputError, problemLine, problemLines, UsageError } from './refusal.ts';

/** Options of parseArgs that choose the calendar. */
export const calendarArguments = {
  zone: { type: 'string' },
  calendar: { type: 'string', multiple: true },
  hours: { type: 'string' },
} as const;

export const calendarUsage = `  --zone ZONE         zone of dates and hours (default: CITYWALL_TIME_ZONE)
  --calendar FILE     a notice (JSON, CSV, XLSX, iCalendar) or calendar document over China's published days; may be repeated;
                      plain: weekdays alone, without any published day
  --hours HOURS       working hours of every day, such as 08:30-12:00,14:00-18:00`;

/**
 * The calendar chosen on the command line. A zone there wins over a document's, and a document's over the platform's.
 *
 * @param usual what files are laid over: China's published days.
 * @param warn hears of what is odd in a file that can be used all the same.
 */
export async function ownCalendar(
  values: { zone?: string | undefined; calendar?: string[] | undefined; hours?: string | undefined },
  platformZone: string,
  warn: (line: string) => void,
  usual: Calendar = chinaCalendar,
): Promise<Calendar> {
  const files = values.calendar ?? [];
  const base = files.includes('plain') ? weekdaysAlone : usual;
  let calendar: Calendar = { ...base, zone: platformZone };
  for (const path of files.filter((file) => file !== 'plain')) calendar = await withFile(calendar, path, warn);
  if (values.hours !== undefined) calendar = { ...calendar, hours: [{ intervals: hoursOf(values.hours) }] };
  return values.zone === undefined ? calendar : { ...calendar, zone: zoneOf(values.zone) };
}

/** Weekdays without holidays are certain in no year. */
const weekdaysAlone: Calendar = { ...plainCalendar, publishedFrom: 1, publishedThrough: 0 };

async function withFile(base: Calendar, path: string, warn: (line: string) => void): Promise<Calendar> {
  const name = basename(path);
  const file = await readCalendarFile({ name, bytes: await readBytes(path) }, base.workweek, readSheet);
  const made = withCalendarFile(base, file, `${base.version}+${name}`);
  if (Array.isArray(made)) throw new InputError(problemLines(path, made));
  for (const problem of file.problems) warn(problemLine(path, problem));
  return made;
}

function hoursOf(text: string): ReturnType<typeof readHoursText> {
  try {
    return readHoursText(text);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--hours: ${error.message}`);
    throw error;
  }
}

function zoneOf(name: string): string {
  try {
    return openZone(name).name;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--zone: there is no zone ${name}; write Asia/Shanghai`);
    throw error;
  }
}
