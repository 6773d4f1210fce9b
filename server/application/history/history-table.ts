import type { HistoryLine } from '#wire/http/history.ts';

/** Names behind codes, for a file that people read. */
export type HistoryNames = {
  place(code: string | null, lang: 'zh' | 'en'): string;
  category(key: string | null, lang: 'zh' | 'en'): string;
};

const HEADERS = {
  zh: [
    '时间',
    '记录号',
    '类别',
    '事项',
    '何人',
    '案件编号',
    '问题类别',
    '区',
    '街道',
    '地址',
    '告警',
    '到期',
    '结果',
    '是否按时',
    '说明',
    '去向',
  ],
  en: [
    'At',
    'No.',
    'Kind',
    'What',
    'By',
    'Case',
    'Category',
    'District',
    'Subdistrict',
    'Address',
    'Alert',
    'Due',
    'Result',
    'In time',
    'Said',
    'To',
  ],
} as const;

/** Lines as a table: instants in ISO 8601 UTC, acts in the words of the log, names in the reader's language. */
export function historyTable(
  lines: readonly HistoryLine[],
  names: HistoryNames,
  lang: 'zh' | 'en',
): { header: string[]; rows: (string | number | null)[][] } {
  const instant = (at: number): string => new Date(at).toISOString();
  return {
    header: [...HEADERS[lang]],
    rows: lines.map((line) => [
      ...[instant(line.at), line.position, line.kind, line.what, asText(line.by.name), line.caseNumber],
      ...[names.category(line.categoryKey, lang), names.place(line.districtCode, lang)],
      ...[names.place(line.subdistrictCode, lang), asText(line.address)],
      ...[line.alert?.threshold ?? null, line.alert === null ? null : instant(line.alert.dueAt), line.result],
      ...[line.inTime === null ? null : line.inTime ? 'yes' : 'no', asText(line.said), line.about],
    ]),
  };
}

/** What people typed, so that no spreadsheet runs it as a formula. */
function asText(typed: string): string {
  return /^[=+\-@\t\r]/.test(typed) ? `'${typed}` : typed;
}
