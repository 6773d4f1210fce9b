import type { BilingualName } from '#domain/category/category.ts';
import type { Limit, LimitUnit } from '#domain/clock/limit.ts';
import { type LimitSeason } from '#domain/calendar/season.ts';
import { parseLimitText, type LimitFault } from '#domain/clock/limit-text.ts';
import { TRADES, type Trade } from '#domain/department/department.ts';
import { tradeOfText } from '#domain/department/trade-text.ts';
import type { FileRow } from '../import/profile.ts';
import { CATEGORY_COLUMNS, EMPTY, type CategoryColumn } from './category-cells.ts';
import type { ColumnSpec, OpenTable } from './table.ts';

const CONDITION_COLUMNS = {
  condition: {
    words: ['立案条件', '立案标准', '立案情形', '立案规范', '问题描述', 'condition', 'filing_condition'],
    example: '井盖缺失、移位，存在安全隐患',
  },
  close: { words: ['结案条件', '结案标准', '结案规范', 'close', 'close_condition'], example: '恢复' },
  limit: {
    words: ['处置时限', '时限', '处理时限', '处置期限', '办理时限', '完成时限', '结案时限', 'limit', 'limit_value'],
    example: '2紧急工作时',
  },
  unit: { words: ['单位', '时限单位', '计时单位', 'unit', 'limit_unit'], example: '' },
  department: {
    words: ['责任部门', '责任单位', '处置部门', '处置单位', '主管部门', '责任主体', 'department', 'office'],
    example: '市政养护处',
  },
  conditionEn: { words: ['立案条件英文', 'condition_en'], example: 'Cover missing or shifted: hazard' },
  closeEn: { words: ['结案条件英文', 'close_en'], example: 'Put back' },
  source: { words: ['来源', '依据', 'source', 'source_confidence'], example: '本市立案结案标准（2026年）' },
} as const satisfies Record<string, ColumnSpec>;

/** Columns of a handbook: `docs/lists.md` describes them. */
export const HANDBOOK_COLUMNS = { ...CATEGORY_COLUMNS, ...CONDITION_COLUMNS } as const;
export type HandbookColumn = keyof typeof CONDITION_COLUMNS | CategoryColumn;

/** What a row says of its condition. `isBare`: its unit says neither 工作 nor 紧急. `trade` null: not told by its name. */
export type ReadCondition = {
  line: number;
  condition: string;
  conditionEn: string;
  close: string;
  closeEn: string;
  limit: Limit;
  season: LimitSeason | null;
  isBare: boolean;
  officeName: string;
  trade: Trade | null;
  source: string;
};

/** A cell that can't be read; `reason` follows the column's name. */
export class ConditionProblem extends Error {
  readonly column: HandbookColumn;
  readonly reason: BilingualName;
  readonly hint: BilingualName;
  constructor(column: HandbookColumn, reason: BilingualName, hint: BilingualName) {
    super(reason.en);
    this.column = column;
    this.reason = reason;
    this.hint = hint;
  }
}

export function neededColumns(has: (name: HandbookColumn) => boolean): string | null {
  if (!has('condition')) return '立案条件';
  if (!has('limit')) return '处置时限';
  return has('code') || has('subCode') || has('subName') ? null : '小类代码 (or 代码, or 小类名称)';
}

const MOST_LETTERS = 500;

/**
 * Reads the condition of a row; null where the row has none of it.
 *
 * @throws ConditionProblem naming the column, what is wrong and how to mend it.
 */
export function readCondition(
  table: OpenTable<HandbookColumn>,
  row: FileRow,
  bareIsWorking: boolean,
): ReadCondition | null {
  const cell = (column: HandbookColumn): string => table.cell(row, column);
  const [condition, close, limitText] = [cell('condition'), cell('close'), cell('limit')];
  if (condition === '' && close === '' && limitText === '') return null;
  if (condition === '') {
    const hint = { zh: '写明什么情形才立案', en: 'write what must be found for a case to be filed' };
    throw new ConditionProblem('condition', EMPTY, hint);
  }
  for (const column of ['condition', 'close', 'conditionEn', 'closeEn', 'department', 'source'] as const) {
    const { length } = cell(column);
    if (length > MOST_LETTERS) {
      const reason = { zh: `有 ${length} 个字`, en: `has ${length} letters` };
      const hint = { zh: `最多 ${MOST_LETTERS} 个字：请精简`, en: `${MOST_LETTERS} are the most: shorten it` };
      throw new ConditionProblem(column, reason, hint);
    }
  }
  const unitText = cell('unit') || table.aside('limit');
  const read = parseLimitText(limitText, unitText);
  if ('fault' in read) throw new ConditionProblem('limit', ...limitFault(limitText, unitText, read.fault));
  const isBare = saysNeither(read.limit.unit, `${limitText}${unitText}`);
  const officeName = cell('department');
  return {
    line: row.line,
    condition,
    conditionEn: cell('conditionEn'),
    close,
    closeEn: cell('closeEn'),
    limit: isBare && bareIsWorking ? { ...read.limit, unit: WORKING[read.limit.unit] ?? read.limit.unit } : read.limit,
    season: read.season,
    isBare,
    officeName,
    trade: TRADES.find((trade) => trade === officeName) ?? tradeOfText(officeName),
    source: cell('source'),
  };
}

const WORKING: Readonly<Partial<Record<LimitUnit, LimitUnit>>> = { 'urgent-hour': 'working-hour', day: 'working-day' };

function saysNeither(unit: LimitUnit, text: string): boolean {
  return (unit === 'urgent-hour' || unit === 'day') && !/工作|紧急|自然|日历|周|星期/.test(text);
}

const SAMPLE = {
  zh: '写数字和单位，例如 2紧急工作时、4工作时、3个工作日、7天、30分钟',
  en: 'write a number and a unit, such as 2紧急工作时, 4工作时, 3个工作日, 7天 or 30分钟',
};
const UNIT = { zh: `${SAMPLE.zh}；或另加一列“单位”`, en: `${SAMPLE.en}; or give the unit in a column 单位` };
const ONE = { zh: '只写作为时限的那个数', en: 'write the one number that counts as the limit' };
const FAULTS: Readonly<Record<LimitFault, [reason: BilingualName, hint: BilingualName]>> = {
  empty: [EMPTY, SAMPLE],
  'no-number': [{ zh: '没有数字', en: 'has no number' }, SAMPLE],
  'no-unit': [{ zh: '没有单位', en: 'has no unit' }, UNIT],
  'unknown-unit': [{ zh: '的单位不是时限单位', en: 'has a unit that no limit has' }, SAMPLE],
  range: [{ zh: '是一个范围', en: 'is a range' }, ONE],
  'not-positive': [{ zh: '不大于 0', en: 'is not above 0' }, SAMPLE],
};

/** What is wrong with the text of a limit, and how to mend it. */
export function limitFault(
  text: string,
  unitText: string,
  fault: LimitFault,
): [reason: BilingualName, hint: BilingualName] {
  const [reason, hint] = FAULTS[fault];
  const shown = `${text} ${unitText}`.trim().slice(0, 60);
  return [shown === '' ? reason : { zh: `“${shown}”${reason.zh}`, en: `“${shown}” ${reason.en}` }, hint];
}
