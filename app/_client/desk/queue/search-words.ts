import type { CaseRules } from '#domain/case/rules.ts';
import { levelName } from '#domain/case/supervision-level.ts';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import type { QueueItem } from './order.ts';

type Rules = Pick<CaseRules, 'supervisionLevels'>;

/** All by which a line may be looked for, in both languages. */
export function searchWords(row: QueueItem['worst'], names: DictionaryStore, rules: Rules): string {
  const category = names.category(row.categoryKey);
  const places = [names.place(row.districtCode), names.place(row.subdistrictCode)];
  const department = names.department(row.department);
  return [
    row.caseNumber,
    row.address,
    ...ownWords(row, rules),
    ...[category, department, ...places].flatMap((one) => (one ? [one.nameZh, one.nameEn] : [])),
    category?.classZh ?? '',
    category?.classEn ?? '',
  ].join(' ');
}

function ownWords(row: QueueItem['worst'], { supervisionLevels }: Rules): string[] {
  if (!('queue' in row)) return [row.takenByName ?? ''];
  if (row.queue === 'task') return [row.collector ?? ''];
  const level = row.queue === 'supervision' ? levelName(row.level, supervisionLevels) : null;
  return [row.by, row.reason, level?.zh ?? '', level?.en ?? ''];
}
