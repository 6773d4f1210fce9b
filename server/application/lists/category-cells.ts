import type { BilingualName, Kind } from '#domain/category/category.ts';
import { codeWidths, type CodeSystem } from '#domain/category/code-system.ts';
import {
  codeSystemOfText,
  kindOfText,
  parseCodePart,
  parseCodeText,
  splitNumbered,
} from '#domain/category/code-text.ts';
import type { FileRow } from '../import/profile.ts';
import type { ListProblem } from './list-kind.ts';
import type { ColumnSpec, OpenTable } from './table.ts';

/** Columns that say which category a row is about, in the catalogue and in the handbook alike. */
export const CATEGORY_COLUMNS = {
  system: { words: ['编码体系', '代码体系', '编码标准', 'code_system', 'system'], example: 'GB/T 30428.2-2013' },
  kind: { words: ['类型', '问题类型', '案件类型', '部件事件', '类别', 'kind', 'type'], example: '部件' },
  classCode: { words: ['大类代码', '大类编码', '大类编号', '大类码', 'class_code'], example: '01' },
  className: { words: ['大类', '大类名称', 'class', 'class_name', 'class_name_zh'], example: '公用设施' },
  subCode: { words: ['小类代码', '小类编码', '小类编号', '小类码', 'sub_code', 'subclass_code'], example: '01' },
  subName: {
    words: ['小类', '小类名称', '名称', '部件名称', '事件名称', 'subclass', 'name', 'sub_name', 'sub_name_zh'],
    example: '上水井盖',
  },
  code: {
    words: ['代码', '编码', '标准代码', '类别代码', '部件代码', '事件代码', '编号', 'code', 'category'],
    example: '',
  },
} as const satisfies Record<string, ColumnSpec>;
export type CategoryColumn = keyof typeof CATEGORY_COLUMNS;

/** What a row says of its category; codes are '' where the row gives none, names where it has none. */
export type CategoryCells = {
  codeSystem: CodeSystem;
  kind: Kind | null;
  classCode: string;
  className: string;
  subCode: string;
  subName: string;
};

export type CategoryDefaults = {
  codeSystem: CodeSystem;
  kind: Kind | null;
  /** The kind of a class by its name, where only one kind has such a class. */
  kindOfClass: (className: string) => Kind | null;
};

/** A cell that can't be read; `reason` follows the column's name. */
export class CellProblem extends Error {
  readonly column: CategoryColumn;
  readonly reason: BilingualName;
  readonly hint: BilingualName;
  constructor(column: CategoryColumn, reason: BilingualName, hint: BilingualName) {
    super(reason.en);
    this.column = column;
    this.reason = reason;
    this.hint = hint;
  }
}

/** What is wrong with a cell that holds nothing. */
export const EMPTY: BilingualName = { zh: '是空的', en: 'is empty' };

/** What is wrong with a text that names no code system, and how to mend it. */
export function noCodeSystem(given: string): [reason: BilingualName, hint: BilingualName] {
  return [
    { zh: `“${given}”不是编码体系`, en: `“${given}” is no code system` },
    {
      zh: '填写标准号，例如 GB/T 30428.2-2013，或由小写字母、数字、点和横线组成的标识',
      en: 'write a standard such as GB/T 30428.2-2013, or an id of small letters, digits, dots and dashes',
    },
  ];
}

/**
 * Reads the category cells of a table's rows from top to bottom: a merged cell stands in its first row alone, so what a
 * row leaves empty is what the row above says.
 */
export function createCategoryReader<Name extends string>(
  table: OpenTable<Name | CategoryColumn>,
  defaults: CategoryDefaults,
): (row: FileRow) => CategoryCells {
  let above: CategoryCells | null = null;
  return (row) => {
    const own = readCells((column) => table.cell(row, column), table.name, defaults);
    const isNamed = own.subCode !== '' || own.subName !== '';
    if (!isNamed && above === null) {
      const reason = {
        zh: '是空的：这一行没有说是哪个小类',
        en: 'is empty: the row does not say which subclass it is about',
      };
      const hint = {
        zh: '大类和小类各写一列，或写完整的代码',
        en: 'give the class and the subclass in columns of their own, or the whole code',
      };
      throw new CellProblem('subCode', reason, hint);
    }
    const sameClass = own.classCode === '' && (own.className === '' || own.className === above?.className);
    const read: CategoryCells = {
      codeSystem: own.codeSystem,
      kind: own.kind ?? (sameClass ? (above?.kind ?? null) : null),
      classCode: own.classCode || (sameClass ? (above?.classCode ?? '') : ''),
      className: own.className || (sameClass ? (above?.className ?? '') : ''),
      subCode: isNamed ? own.subCode : (above?.subCode ?? ''),
      subName: isNamed ? own.subName : (above?.subName ?? ''),
    };
    above = read;
    return read;
  };
}

function readCells(
  cell: (column: CategoryColumn) => string,
  sheetName: string,
  defaults: CategoryDefaults,
): CategoryCells {
  const systemText = cell('system');
  const codeSystem = systemText === '' ? defaults.codeSystem : codeSystemOfText(systemText);
  if (codeSystem === null) throw new CellProblem('system', ...noCodeSystem(systemText));
  const named = splitNumbered(cell('className'));
  const sub = splitNumbered(cell('subName'));
  const wholeText = cell('code') || (isWhole(codeSystem, sub.number) ? sub.number : '');
  const whole = wholeText === '' ? null : wholeCode(codeSystem, wholeText);
  const classText = cell('classCode') || named.number;
  const subText = cell('subCode') || (wholeText === sub.number ? '' : sub.number);
  const classCode = whole?.classCode ?? (classText === '' ? '' : codePart(codeSystem, 'classCode', classText));
  return {
    codeSystem,
    kind:
      kindOfText(cell('kind')) ??
      kindOfText(wholeText) ??
      kindOfLetter(wholeText) ??
      kindOfText(sheetName) ??
      kindOfText(cell('className')) ??
      defaults.kindOfClass(named.name) ??
      defaults.kind,
    classCode,
    className: named.name.replace(/[(（](?:部件|事件|事项)[)）]$/, ''),
    subCode: whole?.subCode ?? (subText === '' ? '' : subPart(codeSystem, classCode, subText)),
    subName: sub.name,
  };
}

function isWhole(codeSystem: CodeSystem, digits: string): boolean {
  const widths = codeWidths(codeSystem);
  return widths !== null && digits.length === widths.classDigits + widths.subDigits;
}

/** `C0101`, `E0110`; `component/0101` and the like name the kind in words. */
function kindOfLetter(code: string): Kind | null {
  if (/^C(?=\d)/i.test(code)) return 'component';
  return /^E(?=\d)/i.test(code) ? 'event' : null;
}

function wholeCode(codeSystem: CodeSystem, text: string): { classCode: string; subCode: string } {
  const read = parseCodeText(codeSystem, text.replace(/^.*[/:]/, ''));
  if (!('fault' in read)) return read;
  const [shown, fault] = [text.slice(0, 40), FAULTS[read.fault]];
  const reason = {
    zh: `“${shown}”不是 ${codeSystem} 的代码（${fault.zh}）`,
    en: `“${shown}” is no code of ${codeSystem} (${fault.en})`,
  };
  const hint = {
    zh: '大类和小类各写一列，或写全代码的各位数字，例如 0101',
    en: 'write class and subclass in columns of their own, or all digits of the code, such as 0101',
  };
  throw new CellProblem('code', reason, hint);
}

const FAULTS = {
  empty: { zh: '空', en: 'empty' },
  'not-digits': { zh: '不全是数字', en: 'not digits alone' },
  'too-short': { zh: '位数太少', en: 'too few digits' },
  'too-long': { zh: '位数太多', en: 'too many digits' },
} as const;

function codePart(codeSystem: CodeSystem, column: 'classCode' | 'subCode', text: string): string {
  const code = parseCodePart(codeSystem, column === 'classCode' ? 'class' : 'sub', text);
  if (codeWidths(codeSystem) === null || /^\d{1,4}$/.test(code)) return code;
  const shown = text.slice(0, 40);
  const reason = { zh: `“${shown}”不是数字`, en: `“${shown}” is not digits` };
  throw new CellProblem(column, reason, { zh: '只写数字，例如 01', en: 'write the digits alone, such as 01' });
}

/** A subclass given as the whole code, 0101 beside class 01, is meant as its last digits. */
function subPart(codeSystem: CodeSystem, classCode: string, text: string): string {
  const code = codePart(codeSystem, 'subCode', text);
  if (isWhole(codeSystem, code) && classCode !== '' && code.startsWith(classCode)) return code.slice(classCode.length);
  return code;
}

/** A row's fault as a problem that refuses the file. */
export function problemOfCell<Name extends string>(
  table: OpenTable<Name | CategoryColumn>,
  row: FileRow,
  { column, reason, hint }: CellProblem,
): ListProblem {
  return { line: row.line, field: table.title(column), reason, hint, refuses: true };
}
