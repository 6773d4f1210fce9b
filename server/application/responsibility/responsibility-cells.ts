import type { BilingualName } from '#domain/category/category.ts';
import { parseGridCode } from '#domain/place/code.ts';
import { EMPTY } from '../lists/category-cells.ts';
import type { ColumnSpec } from '../lists/table.ts';

/** Columns of responsibility grids: `docs/lists.md` describes them. */
export const RESPONSIBILITY_COLUMNS = {
  code: {
    words: ['责任网格代码', '责任网格编码', '责任网格编号', '责任网格', '工作网格代码', '代码', '编码', 'code'],
    example: 'ZR-001',
  },
  name: { words: ['责任网格名称', '工作网格名称', '名称', 'name', 'name_zh'], example: '花园路第一责任网格' },
  nameEn: { words: ['英文名称', 'name_en'], example: 'Huayuan Road 1' },
  person: {
    words: ['责任人', '责任岗位', '责任人或岗位', '网格员', '监督员', '采集员', 'person', 'post'],
    example: '花园路巡查岗',
  },
  collector: {
    words: ['采集员编号', '监督员编号', '网格员编号', '终端编号', 'collector', 'collector_code', 'team'],
    example: 'C-120101-004',
  },
  department: {
    words: ['责任部门', '责任单位', '部门', '部门代码', 'department', 'department_code'],
    example: '',
  },
  unitGrids: {
    words: [
      '单元网格代码',
      '单元网格编码',
      '单元网格',
      '万米单元网格',
      '所含单元网格',
      'unit_grid',
      'unit_grids',
      'grid_code',
      'bgid',
    ],
    example: '120101001001001、120101001001002',
  },
} as const satisfies Record<string, ColumnSpec>;
export type ResponsibilityColumn = keyof typeof RESPONSIBILITY_COLUMNS;

/** What is wrong with a cell: the column, what, how to mend it, and whether it refuses the file. */
export type CellFault = {
  column: ResponsibilityColumn;
  reason: BilingualName;
  hint: BilingualName;
  refuses: boolean;
};

const MOST = { code: 40, text: 100 } as const;
const SHOWN = 40;

/** What is wrong with a responsibility grid's own code; null for a fit one. */
export function codeFault(code: string): CellFault | null {
  if (/^\d(?:\.\d+)?e\+\d+$/i.test(code)) return { column: 'code', ...rounded(code) };
  if (code !== '' && code.length <= MOST.code && !/\s/.test(code)) return null;
  const shown = code.slice(0, SHOWN);
  return {
    column: 'code',
    reason: code === '' ? EMPTY : { zh: `“${shown}”不能作代码`, en: `“${shown}” is no code` },
    hint: {
      zh: `1 到 ${MOST.code} 个字符，不含空格；代码照原样使用，不解读`,
      en: `1 to ${MOST.code} characters without blanks; codes are taken as they are`,
    },
    refuses: true,
  };
}

/** What is wrong with a text that is only shown; null for a fit one. */
export function textFault(column: ResponsibilityColumn, text: string): CellFault | null {
  if (text.length <= MOST.text) return null;
  const reason = { zh: `超过 ${MOST.text} 个字`, en: `it has more than ${MOST.text} letters` };
  return { column, reason, hint: { zh: '缩短', en: 'shorten it' }, refuses: true };
}

/** The unit grids that a cell names: one code, or several with any mark or blank between them. */
export function readUnitGrids(cell: string): { codes: string[]; faults: CellFault[] } {
  const words = cell
    .normalize('NFKC')
    .split(/[\s,;、。，；|/]+/)
    .filter((word) => word !== '');
  const codes: string[] = [];
  const faults: CellFault[] = [];
  for (const word of words) {
    if (/^\d(?:\.\d+)?e\+\d+$/i.test(word)) faults.push({ column: 'unitGrids', ...rounded(word) });
    else if (parseGridCode(word).ok) codes.push(word);
    else faults.push(noUnitGrid(word));
  }
  return { codes, faults };
}

function noUnitGrid(word: string): CellFault {
  const shown = word.slice(0, SHOWN);
  const parsed = parseGridCode(word);
  const older = /^\d{14}$/.test(word);
  return {
    column: 'unitGrids',
    reason: {
      zh: older ? `“${shown}”是旧标准的 14 位代码` : `“${shown}”不是单元网格代码`,
      en: parsed.ok ? `“${shown}” is no unit grid` : `“${shown}” is no unit grid: ${parsed.reason}`,
    },
    hint: {
      zh: '填写 15 位代码（区 6 + 街道 3 + 社区 3 + 顺序 3）；一格可写多个，用顿号或逗号隔开',
      en: 'write codes of 15 digits (district 6, subdistrict 3, community 3, sequence 3); several with commas between them',
    },
    refuses: true,
  };
}

function rounded(text: string): Omit<CellFault, 'column'> {
  return {
    reason: { zh: `“${text}”被电子表格改写过`, en: `“${text}” was rounded by a spreadsheet` },
    hint: { zh: '把这一列设为文本，重新填写', en: 'format the column as text and enter it again' },
    refuses: true,
  };
}
