import type { AlertRow } from '#wire/figures.ts';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';

/** All by which an alert may be looked for, in both languages. */
export function searchWords(row: AlertRow, names: DictionaryStore): string {
  const category = names.category(row.categoryKey);
  const places = [names.place(row.districtCode), names.place(row.subdistrictCode)];
  const department = names.department(row.department);
  return [
    row.caseNumber,
    row.address,
    row.takenByName ?? '',
    ...[category, department, ...places].flatMap((one) => (one ? [one.nameZh, one.nameEn] : [])),
    category?.classZh ?? '',
    category?.classEn ?? '',
  ].join(' ');
}
