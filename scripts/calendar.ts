// npm run calendar -- --year Y [--json OUT.json] [--zone ZONE] [--calendar FILE] [--hours HOURS]
// Lists every day of a year as clocks take it.
// npm run calendar -- --import FILE [--dry]
// Puts a year's holiday notice in force on the platform's store.
import { parseArgs } from 'node:util';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { districtsWithRules, localCalendar } from '#domain/calendar/local.ts';
import { daysOfYear, type YearDay } from '#domain/calendar/year.ts';
import { readConfig } from '#config';
import { jsonLines, writeText } from './calendar/files.ts';
import { importCalendar } from './calendar/import.ts';
import { calendarArguments, calendarUsage, ownCalendar } from './calendar/own-calendar.ts';
import { runTool, UsageError } from './calendar/refusal.ts';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const USAGE = `npm run calendar -- --year Y [options]     every day of a year: date, workday, hours, source, provisional
  --json OUT.json     write the days there (default: standard output)
${calendarUsage}
npm run calendar -- --import FILE          puts a notice or calendar document in force on the platform's store
  --dry               only say what it would change
  --district D        with --import: what the file is about, by code or name; with --year: the code of a district that a
                      --calendar document has rules of its own for`;

const warn = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      year: { type: 'string' },
      json: { type: 'string' },
      import: { type: 'string' },
      dry: { type: 'boolean' },
      district: { type: 'string' },
      help: { type: 'boolean' },
      ...calendarArguments,
    },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (values.import !== undefined) {
    if (values.year !== undefined) throw new UsageError('--import goes without --year');
    const options = { config: readConfig(), dry: values.dry === true, district: values.district ?? '', say: warn };
    process.stdout.write(`${await importCalendar(values.import, options)}\n`);
    return 0;
  }
  const year = yearOf(values.year);
  const calendar = await ownCalendar(values, readConfig().timeZone, warn);
  const days = daysOfYear(atDistrict(calendar, values.district), year);
  if (values.json === undefined) {
    process.stdout.write(jsonLines(days));
    warn(summaryOf(year, days));
  } else {
    await writeText(values.json, jsonLines(days));
    process.stdout.write(`${summaryOf(year, days)} → ${values.json}\n`);
  }
  return 0;
}

function atDistrict(calendar: Calendar, code: string | undefined): Calendar {
  if (code === undefined) return calendar;
  const local = localCalendar(calendar, code.trim());
  if (local !== null) return local.calendar;
  const known = districtsWithRules(calendar);
  const named = known.length === 0 ? 'name a document with districts by --calendar' : `it has ${known.join(', ')}`;
  throw new UsageError(`--district: the calendar has no rules of "${code}" of its own: ${named}`);
}

function yearOf(text: string | undefined): number {
  if (text === undefined) throw new UsageError(`--year is missing: give one from ${FIRST_YEAR} to ${LAST_YEAR}`);
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
    throw new UsageError(`--year: "${text}" is not a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
  return year;
}

function summaryOf(year: number, days: readonly YearDay[]): string {
  const worked = days.filter(({ workday }) => workday);
  const hours = worked.reduce((sum, day) => sum + day.hours, 0);
  const word = days.some(({ provisional }) => provisional) ? 'provisional, no notice is published' : 'published';
  return `${year}: ${days.length} days, ${worked.length} worked, ${hours.toLocaleString('en')} working hours, ${word}`;
}

runTool(USAGE, main);
