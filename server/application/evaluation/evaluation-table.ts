import type { EvaluationAnswer, EvaluationRow, IndicatorsAnswer } from '#wire/http/evaluation.ts';

/** A cell of a spreadsheet: numbers stay numbers. */
export type SheetCell = string | number | null;

const WORDS = {
  zh: {
    name: '名称',
    code: '编码',
    rank: '名次',
    grade: '等级',
    of: '分子',
    over: '分母',
    few: '样本不足',
    span: '期间',
    asOf: '统计时刻',
  },
  en: {
    name: 'Name',
    code: 'Code',
    rank: 'rank',
    grade: 'grade',
    of: 'numerator',
    over: 'denominator',
    few: 'small sample',
    span: 'Span',
    asOf: 'As of',
  },
} as const;

/** The league as a table: for a rate also what it is made of, its rank and grade; the total last. */
export function evaluationTable(
  answer: EvaluationAnswer,
  definitions: IndicatorsAnswer['indicators'],
  lang: 'zh' | 'en',
): { header: string[]; rows: SheetCell[][] } {
  const words = WORDS[lang];
  const shown = answer.indicators.flatMap((id) => definitions.find((one) => one.id === id) ?? []);
  const isCount = (id: string): boolean => definitions.find((one) => one.id === id)?.unit === 'count';
  const columns = shown.flatMap(({ id, name, unit }) => {
    const title = unit === 'percent' ? `${name[lang]} (%)` : name[lang];
    return isCount(id)
      ? [title]
      : [title, `${title} ${words.of}`, `${title} ${words.over}`, `${title} ${words.rank}`, `${title} ${words.grade}`];
  });
  const cellsOf = ({ cells }: EvaluationRow): SheetCell[] =>
    shown.flatMap(({ id }): SheetCell[] => {
      const cell = cells[id];
      if (cell === undefined) return isCount(id) ? [null] : [null, null, null, null, null];
      if (isCount(id)) return [cell.value];
      return [cell.value, cell.numerator, cell.denominator, cell.rank, cell.tooFew ? words.few : cell.grade];
    });
  const asOf = new Date(answer.asOf).toISOString();
  const line = (row: EvaluationRow): SheetCell[] => [
    row.code,
    row.name[lang],
    answer.span.label,
    asOf,
    ...cellsOf(row),
  ];
  return {
    header: [words.code, words.name, words.span, words.asOf, ...columns],
    rows: [...answer.rows, answer.total].map(line),
  };
}
