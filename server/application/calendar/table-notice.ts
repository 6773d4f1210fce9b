import type { BilingualName } from '#domain/category/category.ts';
import type { FileRow } from '../import/profile.ts';
import { badDate, badFlag, dateOf, readWorkday, type ReadRows } from './day-row.ts';

type Column = 'date' | 'workday' | 'off' | 'kind' | 'name' | 'nameEn' | 'source';

const headings: Readonly<Record<Column, readonly string[]>> = {
  date: ['date', 'day', '日期', '公历日期', 'holidaydate', '公历'],
  workday: [
    'workday',
    'isworkday',
    'iswork',
    'working',
    'work',
    '工作日',
    '是否工作日',
    '上班',
    '是否上班',
    '是否调休上班',
  ],
  off: [
    'isoffday',
    'offday',
    'isoff',
    'off',
    'holiday',
    'isholiday',
    '放假',
    '是否放假',
    '休息',
    '是否休息',
    '节假日',
    '是否节假日',
  ],
  kind: ['type', 'kind', 'daytype', '类型', '日期类型', '状态'],
  name: ['name', 'nameZh', 'holidayname', 'note', 'remark', '名称', '节日', '节日名称', '节假日名称', '备注', '说明'],
  nameEn: ['nameen', '英文名', '英文名称'],
  source: ['source', '来源', '依据', '文件'],
};
const hint = {
  zh: '第一行写列名：date,workday,name 或 date,isOffDay,name（日期、工作日、名称）',
  en: 'the first line names the columns: date,workday,name or date,isOffDay,name',
};

/** Days of a table with a header: a date, whether the day is worked (or off), and a name. */
export function readTableDays(rows: readonly FileRow[]): ReadRows {
  const file = (reason: BilingualName, line: number | null = null): ReadRows => ({
    rows: [],
    problems: [{ line, field: null, reason, hint, refuses: true }],
  });
  const [header, ...body] = rows;
  if (!header) return file({ zh: '文件是空的', en: 'the file is empty' });
  const columns = columnsOf(header.cells);
  if (columns.date === undefined) return file({ zh: '没有日期列', en: 'no column holds dates' }, header.line);
  const flags = (['workday', 'off', 'kind'] as const).filter((column) => columns[column] !== undefined);
  if (flags.length === 0)
    return file({ zh: '没有说明是否上班的列', en: 'no column says whether a day is worked' }, header.line);
  const read: ReadRows = { rows: [], problems: [] };
  for (const { line, cells } of body) {
    const cell = (column: Column): string => cells[columns[column] ?? -1]?.trim() ?? '';
    const title = (column: Column): string => header.cells[columns[column] ?? -1]?.trim() ?? column;
    const date = dateOf(cell('date'));
    if (date === null) {
      read.problems.push(badDate(line, title('date'), cell('date')));
      continue;
    }
    const said = flags.map((column) => readWorkday(cell(column), column === 'off' ? 'off' : 'work'));
    const known = said.filter((value) => value !== null);
    const first = flags[0] as Column;
    if (known.length === 0) read.problems.push(badFlag(line, title(first), cell(first)));
    else if (known.some((value) => value !== known[0]))
      read.problems.push({
        line,
        field: flags.map(title).join(', '),
        reason: { zh: `各列对 ${date} 说法不一`, en: `the columns contradict each other on ${date}` },
        hint: { zh: '只留一列', en: 'keep one of them' },
        refuses: true,
      });
    else
      read.rows.push({
        line,
        field: title('date'),
        date,
        workday: known[0] as boolean,
        name: cell('name'),
        nameEn: cell('nameEn') || null,
        source: cell('source') || null,
        year: null,
      });
  }
  return read;
}

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {};
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_\-()（）?？]/g, '');
  const found = header.map(plain);
  for (const column of Object.keys(headings) as Column[]) {
    const index = found.findIndex((name) => headings[column].some((heading) => plain(heading) === name));
    if (index >= 0) columns[column] = index;
  }
  return columns;
}
