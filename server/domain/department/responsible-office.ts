import { parseCategoryKey, type CategoryKey, type Kind } from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import type { Department, Trade } from './department.ts';

/** Who as a rule answers for a class, where its subclasses say nothing else. */
const BY_CLASS: Readonly<Record<string, Trade>> = {
  'component:01': 'utilities',
  'component:02': 'traffic',
  'component:03': 'sanitation',
  'component:04': 'greening',
  'component:05': 'subdistrict',
  'event:01': 'enforcement',
  'event:02': 'enforcement',
  'event:03': 'enforcement',
  'event:04': 'enforcement',
  'event:05': 'utilities',
  'event:06': 'subdistrict',
};

/** Subclasses that go elsewhere than their class. Responsibilities differ from city to city: a demonstration default. */
const BY_SUBCLASS: readonly (readonly [Kind, Trade, string])[] = [
  ['component', 'water', '0101 0119 0124 0125'],
  ['component', 'drainage', '0102 0103 0104 0126 0155 0311 0312 0506 0507 0508'],
  ['component', 'lighting', '0106 0137 0138 0139'],
  ['component', 'greening', '0114'],
  ['component', 'sanitation', '0118'],
  ['component', 'traffic', '0112 0115 0120 0132 0150'],
  ['component', 'subdistrict', '0123 0133 0134 0135 0140 0143 0144 0145 0146 0151 0152 0153 0225 0308'],
  ['component', 'roads', '0206 0207 0208 0209 0212 0213 0219 0220 0221 0224 0229'],
  ['component', 'enforcement', '0306 0307'],
  ['component', 'utilities', '0503 0504'],
  ['event', 'sanitation', '0110 0111 0112 0114 0131 0132 0133 0137 0507'],
  ['event', 'roads', '0103 0113 0303 0309 0505'],
  ['event', 'traffic', '0116 0409'],
  ['event', 'greening', '0117 0118 0119 0121 0122'],
  ['event', 'drainage', '0115 0123 0124 0125 0126 0130 0503 0506'],
  ['event', 'water', '0501'],
  ['event', 'utilities', '0108 0508'],
  ['event', 'subdistrict', '0104 0105 0107 0134 0135 0136 0138 0201 0403 0410'],
];

const TRADE_OF = new Map(
  BY_SUBCLASS.flatMap(([kind, trade, codes]) => codes.split(' ').map((code) => [`${kind}:${code}`, trade] as const)),
);

/**
 * The trade that as a rule repairs or clears a problem of this category. Codes of other systems than GB/T 30428.2-2013
 * and unknown classes go to the subdistrict office, which is on the spot and passes on what isn't its own.
 */
export function responsibleOffice(key: CategoryKey): Trade {
  const id = parseCategoryKey(key);
  if (id === null || id.codeSystem !== NATIONAL_2013) return 'subdistrict';
  return (
    TRADE_OF.get(`${id.kind}:${id.classCode}${id.subCode}`) ?? BY_CLASS[`${id.kind}:${id.classCode}`] ?? 'subdistrict'
  );
}

/** Where a problem lies, as far as known; null outside the city or before it is located. */
export type ProblemPlace = { readonly districtCode: string | null; readonly subdistrictCode: string | null };

/**
 * The department to suggest for a problem: of the responsible trade, the one that serves its subdistrict, else its
 * district; where that trade has none there, the subdistrict's own office, else the district's command centre.
 * Null outside every district that `departments` knows.
 */
export function suggestDepartment(
  departments: Iterable<Department>,
  key: CategoryKey,
  place: ProblemPlace,
): Department | null {
  if (place.districtCode === null) return null;
  const trade = responsibleOffice(key);
  let best: Department | null = null;
  let bestRank = 0;
  for (const department of departments) {
    const rank = fitness(department, trade, place);
    if (rank > bestRank) [best, bestRank] = [department, rank];
  }
  return best;
}

/** 0: doesn't serve this problem. Otherwise higher fits better. */
function fitness(department: Department, trade: Trade, place: ProblemPlace): number {
  if (department.districtCode !== place.districtCode) return 0;
  const local = department.subdistrictCode !== null;
  if (local && department.subdistrictCode !== place.subdistrictCode) return 0;
  if (department.trade === trade) return local ? 5 : 4;
  if (department.trade === 'subdistrict') return local ? 3 : 2;
  return department.trade === 'command' ? 1 : 0;
}
