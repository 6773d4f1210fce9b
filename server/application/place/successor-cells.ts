import type { BilingualName } from '#domain/category/category.ts';
import { dateOfEpochDay, epochDayOf } from '#domain/calendar/dates.ts';
import { readPlaceCode } from '#domain/place/code-text.ts';
import { isCityCode } from '#domain/place/code.ts';
import type { Succession } from '#domain/place/succession.ts';
import type { ColumnSpec } from '../lists/table.ts';

/** Columns of abolished place codes: `docs/places.md` describes them. */
export const SUCCESSOR_COLUMNS = {
  code: {
    words: ['原代码', '旧代码', '撤销代码', '原区划代码', '原编码', '旧编码', 'old_code', 'code', 'old'],
    example: '120107',
  },
  successor: {
    words: ['新代码', '现代码', '现区划代码', '新编码', '承继代码', 'new_code', 'successor', 'new'],
    example: '120116',
  },
  since: { words: ['起始日期', '生效日期', '撤销日期', '变更日期', '日期', 'since', 'date', 'from'], example: '' },
  share: { words: ['比例', '占比', '份额', 'share'], example: '' },
  reason: { words: ['原因', '依据', '说明', '来源', 'reason', 'source'], example: '并入滨海新区' },
  nameZh: { words: ['原名称', '旧名称', '名称', 'old_name', 'name', 'name_zh'], example: '塘沽区' },
  nameEn: { words: ['原英文名称', '英文名称', 'old_name_en', 'name_en'], example: 'Tanggu' },
} as const satisfies Record<string, ColumnSpec>;
export type SuccessorColumn = keyof typeof SUCCESSOR_COLUMNS;

/** What is wrong with a cell: the column, what, and how to mend it. */
export type SuccessorFault = { column: SuccessorColumn; reason: BilingualName; hint: BilingualName };

const MOST_TEXT = 200;

/** Reads a row: which code took the place of which, from when. */
export function readSuccessorCells(
  cell: (column: SuccessorColumn) => string,
): { succession: Succession } | { faults: SuccessorFault[] } {
  const faults: SuccessorFault[] = [];
  const code = placeCode(cell('code'));
  const successor = placeCode(cell('successor'));
  for (const [column, text, read] of [
    ['code', cell('code'), code],
    ['successor', cell('successor'), successor],
  ] as const)
    if (read === null) faults.push(noCode(column, text));
  if (code !== null && code === successor) {
    const reason = { zh: `${code} 不能由自己承继`, en: `${code} cannot take its own place` };
    const hint = { zh: '代码没有变的不必列出', en: 'leave out what keeps its code' };
    faults.push({ column: 'successor', reason, hint });
  }
  const since = dayOf(cell('since'));
  if (since === undefined) {
    const shown = cell('since').slice(0, 40);
    const reason = { zh: `“${shown}”不是日期`, en: `“${shown}” is no day` };
    const hint = { zh: '写成 2010-07-01；不清楚就留空', en: 'write it as 2010-07-01; leave it empty where unknown' };
    faults.push({ column: 'since', reason, hint });
  }
  const share = shareOf(cell('share'));
  if (share === undefined) {
    const shown = cell('share').slice(0, 40);
    const reason = { zh: `“${shown}”不是比例`, en: `“${shown}” is no share` };
    faults.push({ column: 'share', reason, hint: { zh: '写成 60% 或 0.6', en: 'write it as 60% or 0.6' } });
  }
  if (faults.length > 0 || code === null || successor === null || since === undefined || share === undefined)
    return { faults };
  const text = (column: SuccessorColumn): string => cell(column).slice(0, MOST_TEXT);
  const names = { nameZh: text('nameZh'), nameEn: text('nameEn') };
  return { succession: { code, successor, since, share, ...names, reason: text('reason') } };
}

/** A code of a place below the city; null: it is none. */
function placeCode(text: string): string | null {
  const code = readPlaceCode(text);
  return code === null || isCityCode(code) ? null : code;
}

function noCode(column: SuccessorColumn, text: string): SuccessorFault {
  const shown = text.slice(0, 40);
  const reason =
    text === ''
      ? { zh: '是空的', en: 'is empty' }
      : { zh: `“${shown}”不是区、街道、社区或单元网格的代码`, en: `“${shown}” is no code of a place below the city` };
  const hint = {
    zh: '填写 6、9、12 或 15 位代码；电子表格中把这一列设为文本',
    en: 'write 6, 9, 12 or 15 digits; in a spreadsheet format the column as text',
  };
  return { column, reason, hint };
}

/** The day as `2010-07-01`; null for an empty cell, undefined for what is none. */
function dayOf(text: string): string | null | undefined {
  if (text === '') return null;
  const plain = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/u.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(plain);
  if (parts === null) return undefined;
  const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  try {
    return dateOfEpochDay(epochDayOf(day)) === day ? day : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** 0 to 1; a bare number above 1 is per cent. Null for an empty cell, undefined for what is none. */
function shareOf(text: string): number | null | undefined {
  if (text === '') return null;
  const parts = /^(\d+(?:\.\d+)?)(%?)$/u.exec(text.normalize('NFKC').replaceAll(' ', ''));
  if (parts === null) return undefined;
  const value = Number(parts[1]);
  const share = parts[2] === '%' || value > 1 ? value / 100 : value;
  return share > 0 && share <= 1 ? share : undefined;
}
