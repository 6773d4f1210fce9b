import { suggestDepartment } from '#domain/department/responsible-office.ts';
import type { Department } from '#domain/department/department.ts';
import type { Dictionary } from '#wire/dictionary.ts';

type Entry = Dictionary['departments'][number];

/**
 * Departments in the order in which they are likely meant: the one that as a rule answers for the category there, the one
 * that has the case now, the rest of the district, the city's own, everybody else. Those that are retired are not offered.
 */
export function offeredDepartments(
  departments: readonly Entry[],
  categoryKey: string | null,
  place: { readonly districtCode: string | null; readonly subdistrictCode: string | null },
  current: string | null,
): { readonly department: Entry; readonly suggested: boolean }[] {
  const rule = suggestedDepartment(departments, categoryKey, place);
  const rank = ({ code, districtCode }: Entry): number => {
    if (code === rule) return 0;
    if (code === current) return 1;
    if (districtCode === place.districtCode) return 2;
    return districtCode === null ? 3 : 4;
  };
  return departments
    .filter(({ code, retired }) => retired === undefined || code === current)
    .map((department, index) => ({ department, index, rank: rank(department) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ department, rank: place }) => ({ department, suggested: place === 0 }));
}

/** Code of the department that as a rule answers for a category at a place; null where the rule names none. */
export function suggestedDepartment(
  departments: readonly Entry[],
  categoryKey: string | null,
  place: { readonly districtCode: string | null; readonly subdistrictCode: string | null },
): string | null {
  if (categoryKey === null) return null;
  return suggestDepartment(departments.flatMap(asDepartment), categoryKey, place)?.code ?? null;
}

/** What the rule needs to know of a department; one whose trade the server does not tell, or that is retired, cannot be suggested. */
function asDepartment({ code, districtCode, subdistrictCode, trade, nameZh, nameEn, retired }: Entry): Department[] {
  if (trade === undefined || retired) return [];
  const name = { zh: nameZh, en: nameEn };
  return [
    { code, districtCode, subdistrictCode: subdistrictCode ?? null, parentCode: null, kind: 'dispose', trade, name },
  ];
}
