import type { BilingualName } from '#domain/category/category.ts';
import { isCreditCode } from '#domain/department/credit-code.ts';
import { DEPARTMENT_KINDS, TRADES, type DepartmentKind, type Trade } from '#domain/department/department.ts';
import { tradeOfText } from '#domain/department/trade-text.ts';
import { EMPTY } from './category-cells.ts';
import type { ColumnSpec } from './table.ts';

/** Columns of departments: `docs/lists.md` describes them. */
export const DEPARTMENT_COLUMNS = {
  code: {
    words: ['部门代码', '部门编码', '部门编号', '代码', '编码', 'code', 'deptcode'],
    example: '120101-sanitation',
  },
  name: { words: ['部门名称', '部门', '单位名称', '名称', 'name', 'name_zh', 'deptname'], example: '和平区环卫中心' },
  nameEn: { words: ['英文名称', '部门英文名称', 'name_en'], example: 'Heping Sanitation Centre' },
  kind: { words: ['部门类型', '类型', '性质', 'kind', 'type'], example: '处置' },
  trade: { words: ['专业', '行业', '专业类别', 'trade'], example: '环卫' },
  district: { words: ['所属区', '行政区', '区', '区代码', 'district', 'district_code'], example: '120101' },
  subdistrict: { words: ['所属街道', '街道', '街道代码', 'subdistrict', 'subdistrict_code'], example: '' },
  parent: { words: ['上级部门', '上级部门代码', '上级', 'parent', 'parent_code'], example: '' },
  creditCode: { words: ['统一社会信用代码', '信用代码', 'credit_code', 'uscc'], example: '' },
} as const satisfies Record<string, ColumnSpec>;
export type DepartmentColumn = keyof typeof DEPARTMENT_COLUMNS;

/** What is wrong with a cell: the column, what, and how to mend it. */
export type CellFault = { column: DepartmentColumn; reason: BilingualName; hint: BilingualName };

const KIND_WORDS: readonly (readonly [RegExp, DepartmentKind])[] = [
  [/主管/, 'supervise'],
  [/权属/, 'owner'],
  [/养护|维护/, 'maintain'],
  [/处置|^$/, 'dispose'],
];

export type DepartmentCells = {
  code: string;
  name: BilingualName;
  kind: DepartmentKind;
  trade: Trade;
  creditCode: string;
};

const MOST = { code: 40, name: 100 } as const;

/** Reads what a row says of the department itself; an empty kind is 处置, an empty trade is told by the name. */
export function readDepartmentCells(
  cell: (column: DepartmentColumn) => string,
): { cells: DepartmentCells } | { faults: CellFault[] } {
  const faults: CellFault[] = [];
  const [code, zh, kindText, tradeText] = [cell('code'), cell('name'), cell('kind'), cell('trade')];
  if (code === '' || code.length > MOST.code || /\s/.test(code)) {
    const reason =
      code === '' ? EMPTY : { zh: `“${code.slice(0, 60)}”不能作代码`, en: `“${code.slice(0, 60)}” is no code` };
    const hint = {
      zh: `1 到 ${MOST.code} 个字符，不含空格；代码照原样使用，不解读`,
      en: `1 to ${MOST.code} characters without blanks; codes are taken as they are`,
    };
    faults.push({ column: 'code', reason, hint });
  }
  if (/^\d(?:\.\d+)?e\+\d+$/i.test(code)) {
    faults.push({
      column: 'code',
      reason: { zh: `“${code}”被电子表格改写过`, en: `“${code}” was rounded by a spreadsheet` },
      hint: { zh: '把这一列设为文本，重新填写', en: 'format the column as text and enter it again' },
    });
  }
  if (zh === '' || zh.length > MOST.name) {
    const reason = zh === '' ? EMPTY : { zh: '名称太长', en: 'the name is too long' };
    const hint = { zh: `1 到 ${MOST.name} 个字`, en: `1 to ${MOST.name} letters` };
    faults.push({ column: 'name', reason, hint });
  }
  const kind =
    DEPARTMENT_KINDS.find((one) => one === kindText.toLowerCase()) ??
    KIND_WORDS.find(([words]) => words.test(kindText))?.[1];
  if (kind === undefined) {
    const reason = { zh: `“${kindText}”不是部门类型`, en: `“${kindText}” is no kind of department` };
    const hint = { zh: '填写主管、权属、养护或处置', en: `write one of ${DEPARTMENT_KINDS.join(', ')}` };
    faults.push({ column: 'kind', reason, hint });
  }
  const trade = TRADES.find((one) => one === tradeText.toLowerCase()) ?? tradeOfText(tradeText === '' ? zh : tradeText);
  if (trade === null && zh !== '') {
    const reason =
      tradeText === ''
        ? { zh: `从名称“${zh}”看不出专业`, en: `what trade “${zh}” is of cannot be told by its name` }
        : { zh: `“${tradeText}”不是已知的专业`, en: `“${tradeText}” is no trade that is known` };
    const hint = {
      zh: `“专业”一列填写 ${TRADES.join('、')} 之一`,
      en: `write one of ${TRADES.join(', ')} as its trade`,
    };
    faults.push({ column: 'trade', reason, hint });
  }
  const creditCode = cell('creditCode').toUpperCase();
  if (creditCode !== '' && !isCreditCode(creditCode)) {
    const reason = {
      zh: `“${creditCode.slice(0, 40)}”不是统一社会信用代码：应为 18 位，且末位校验相符`,
      en: `“${creditCode.slice(0, 40)}” is no unified social credit code: 18 characters, the last of which checks the others`,
    };
    faults.push({
      column: 'creditCode',
      reason,
      hint: { zh: '核对后改正，或留空', en: 'correct it, or leave it empty' },
    });
  }
  if (faults.length > 0 || kind === undefined || trade === null) return { faults };
  return { cells: { code, name: { zh, en: cell('nameEn').slice(0, MOST.name) }, kind, trade, creditCode } };
}
