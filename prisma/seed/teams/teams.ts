import type { BilingualName } from '#domain/category/category.ts';
import type { Trade } from '#domain/department/department.ts';
import type { Team, TeamKind } from '#domain/team/team.ts';
import { departmentCode, type NamedDistrict } from '#seed/departments/departments.ts';

/** A district as the roster needs it: `share` of the city's work, all districts together 1. */
export type StaffedDistrict = NamedDistrict & { readonly share: number };

/** Collectors and crews of the demonstration together. */
export const TEAMS = 480;
const COLLECTORS = 330;

/** Who drives out, as often as their trade's work comes up. Names of units, never of persons. */
const CREWS: readonly { trade: Trade; kind: TeamKind; weight: number; name: BilingualName }[] = [
  { trade: 'enforcement', kind: 'crew', weight: 5, name: { zh: '执法巡查', en: 'Enforcement' } },
  { trade: 'sanitation', kind: 'vehicle', weight: 5, name: { zh: '环卫作业车', en: 'Sanitation Truck' } },
  { trade: 'drainage', kind: 'crew', weight: 2, name: { zh: '排水抢修', en: 'Drainage Crew' } },
  { trade: 'roads', kind: 'crew', weight: 2, name: { zh: '道路养护', en: 'Road Crew' } },
  { trade: 'utilities', kind: 'vehicle', weight: 1, name: { zh: '公用抢修车', en: 'Utilities Truck' } },
];

/**
 * The simulated roster: `sim-c-120101-07` collectors, `sim-enforcement-120101-02` crews and vehicles, shared out over the
 * districts by their work. Codes and names are stable; every district has at least one of each.
 */
export function teamRows(districts: readonly StaffedDistrict[]): Team[] {
  const collectors = shareOut(COLLECTORS, districts, ({ share }) => share).flatMap(([district, count]) =>
    Array.from({ length: count }, (_, i) => collector(district, i + 1)),
  );
  const posts = districts.flatMap((district) => CREWS.map((crew) => ({ district, crew })));
  const crews = shareOut(TEAMS - COLLECTORS, posts, ({ district, crew }) => district.share * crew.weight).flatMap(
    ([{ district, crew }, count]) =>
      Array.from({ length: count }, (_, i): Team => {
        const no = String(i + 1).padStart(2, '0');
        return {
          code: `sim-${crew.trade}-${district.code}-${no}`,
          kind: crew.kind,
          nameZh: `${shortZh(district)}${crew.name.zh}${no}组`,
          nameEn: `${district.name.en} ${crew.name.en} ${no}`,
          districtCode: district.code,
          department: departmentCode(district.code, crew.trade),
          simulated: true,
        };
      }),
  );
  return [...collectors, ...crews];
}

function collector(district: StaffedDistrict, number: number): Team {
  const no = String(number).padStart(2, '0');
  return {
    code: `sim-c-${district.code}-${no}`,
    kind: 'collector',
    nameZh: `${shortZh(district)}采集${no}组`,
    nameEn: `${district.name.en} Patrol ${no}`,
    districtCode: district.code,
    department: null,
    simulated: true,
  };
}

function shortZh({ name }: NamedDistrict): string {
  return name.zh.replace(/(新区|区)$/, '');
}

/** One to each, the rest by weight: largest remainders first, ties in the given order. */
function shareOut<Item>(total: number, items: readonly Item[], weightOf: (item: Item) => number): [Item, number][] {
  const sum = items.reduce((all, item) => all + weightOf(item), 0);
  const rest = Math.max(0, total - items.length);
  const exact = items.map((item) => (rest * weightOf(item)) / sum);
  const counts = exact.map((value) => 1 + Math.floor(value));
  const left = total - counts.reduce((all, count) => all + count, 0);
  const byRemainder = exact.map((value, i) => ({ i, part: value % 1 })).sort((a, b) => b.part - a.part || a.i - b.i);
  for (const { i } of byRemainder.slice(0, Math.max(0, left))) counts[i] = (counts[i] ?? 0) + 1;
  return items.map((item, i) => [item, counts[i] ?? 1]);
}
