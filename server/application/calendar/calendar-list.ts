import { createEntryList, type EntryStore, type ReadList } from '../lists/entry-list.ts';
import type { ListFiles } from '../lists/list-files.ts';
import type { ListFile, ListKind, ListProblem } from '../lists/list-kind.ts';
import type { DistrictSource } from '../lists/named-district.ts';
import type { ColumnSpec } from '../lists/table.ts';
import { calendarOf, entriesOf, entryMembers, type CalendarEntry } from './calendar-entries.ts';
import { amongDistricts, type FindDistrict, type LocalFiles } from './local-file.ts';
import { readCalendarFile, withCalendarFile, type ReadTable } from './read-calendar.ts';

const COLUMNS: Readonly<Record<string, ColumnSpec>> = {
  date: { words: ['date', '日期'], example: '2027-01-01' },
  workday: { words: ['workday', '工作日'], example: '0' },
  name: { words: ['name', '名称'], example: '元旦' },
};

/**
 * The working calendar: a year's holiday notice, or rules of hours, over what is in force. Years that a file does not
 * speak of keep their days. The platform's zone is a setting and no part of the list. With the option `district`, or where
 * the file says so itself, what it holds is of that district's platform alone.
 *
 * @param districts the city's districts as they are now.
 */
export function calendarList(
  store: EntryStore<CalendarEntry>,
  files: Pick<ListFiles, 'readSheets' | 'template'>,
  districts: DistrictSource,
): ListKind {
  return createEntryList<CalendarEntry>({
    id: 'calendar',
    options: [{ name: 'district', choices: null, fallback: '' }],
    template: (format) => files.template(format, COLUMNS),
    store,
    keyOf: ({ key }) => key,
    membersOf: entryMembers,
    read: async (file, current) => readEntries(file, current, files, amongDistricts(await districts())),
  });
}

async function readEntries(
  file: ListFile,
  current: readonly CalendarEntry[],
  { readSheets }: Pick<ListFiles, 'readSheets'>,
  find: FindDistrict,
): Promise<ReadList<CalendarEntry>> {
  const base = calendarOf(current, 'in force');
  const readTable: ReadTable = async (given) => ({ rows: (await readSheets({ ...file, ...given }))[0]?.rows ?? [] });
  const read = await readCalendarFile(file, base.workweek, readTable, file.options['district']?.trim());
  const { zone, ...rules } = read.rules;
  const rows =
    read.notices.reduce((sum, { days }) => sum + days.length, 0) + Object.keys(rules).length + localRows(read.local);
  const made = withCalendarFile(base, { ...read, rules }, 'in force', { name: file.name, find });
  if (Array.isArray(made)) return { rows, entries: current, problems: made };
  const problems =
    zone === undefined || zone === base.zone ? read.problems : [...read.problems, zoneStays(base.zone, zone)];
  // What is projected counts its days from the table's first: it stays where it is.
  return { rows, entries: entriesOf({ ...made, firstYear: base.firstYear }), problems };
}

/** How many days and rules of districts a file gives; a district that is as the city again is one. */
function localRows(local: LocalFiles = new Map()): number {
  return [...local.values()].reduce(
    (sum, one) => sum + (one === null ? 1 : Object.keys(one.rules).length + (one.days?.rows.length ?? 0)),
    0,
  );
}

function zoneStays(zone: string, given: string): ListProblem {
  const reason = {
    zh: `平台的时区仍是 ${zone}；文件写的是 ${given}`,
    en: `the platform’s zone is ${zone} and stays; the file says ${given}`,
  };
  const hint = { zh: '时区由设置 CITYWALL_TIME_ZONE 更改', en: 'the setting CITYWALL_TIME_ZONE changes it' };
  return { line: null, field: 'zone', reason, hint, refuses: false };
}
