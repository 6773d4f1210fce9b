import type { Threshold } from '#domain/alert/alert.ts';
import type { HistoryLine } from '#wire/http/history.ts';

/** A line of the log with its case, as the driver gives it. Instants in epoch ms. */
export type HistoryRow = {
  position: string;
  at: number;
  kind: 'case' | 'alert';
  type: string;
  actor_kind: HistoryLine['by']['kind'];
  actor_name: string;
  data: Readonly<Record<string, unknown>>;
  judged_due_at: number | null;
  number: string;
  category_key: string | null;
  district_code: string | null;
  subdistrict_code: string | null;
  address: string;
  department: string | null;
};

/** What may be told of a line: of what it carried only what is named here, so never who reported the case. */
export function lineOf(row: HistoryRow): HistoryLine {
  const { data } = row;
  const isAlert = row.kind === 'alert';
  return {
    ...{ position: Number(row.position), at: row.at, kind: isAlert ? 'alerts' : 'acts', what: row.type },
    by: { kind: row.actor_kind, name: row.actor_name },
    ...{ caseNumber: row.number, categoryKey: row.category_key, districtCode: row.district_code },
    ...{ subdistrictCode: row.subdistrict_code, address: row.address, department: row.department },
    alert: isAlert
      ? { id: Number(data['id']), threshold: data['threshold'] as Threshold, dueAt: Number(data['dueAt']) }
      : null,
    result: isAlert ? alertResult(row) : actResult(data),
    inTime: row.judged_due_at === null ? null : row.at <= row.judged_due_at,
    said: isAlert ? alertWords(data) : (textOf(data, ['text', 'reason', 'note']) ?? ''),
    about: isAlert ? null : textOf(data, ['department', 'team', 'to']),
  };
}

function alertResult({ type, data }: HistoryRow): string | null {
  if (type === 'resolved') {
    const disposition = memberOf(data, 'disposition');
    return textOf(disposition, ['kind']) ?? textOf(data, ['resolution']);
  }
  return type === 'returned' ? textOf(memberOf(data, 'returned'), ['why']) : null;
}

function alertWords(data: HistoryRow['data']): string {
  const shelved = textOf(memberOf(data, 'shelved'), ['reason']);
  return shelved ?? textOf(memberOf(data, 'disposition'), ['note']) ?? '';
}

function actResult(data: HistoryRow['data']): string | null {
  const decided = [data['found'], data['passed'], data['granted']].find((one) => typeof one === 'boolean');
  if (decided !== undefined) return decided ? 'yes' : 'no';
  return textOf(data, ['phase']);
}

function memberOf(data: HistoryRow['data'], name: string): HistoryRow['data'] {
  const member = data[name];
  return typeof member === 'object' && member !== null ? (member as HistoryRow['data']) : {};
}

function textOf(data: HistoryRow['data'], names: readonly string[]): string | null {
  for (const name of names) {
    const text = data[name];
    if (typeof text === 'string' && text !== '') return text;
  }
  return null;
}
