import { responsibleOffice } from '#domain/department/responsible-office.ts';
import type { Trade } from '#domain/department/department.ts';
import { departmentCode, departmentRows } from '#seed/departments/departments.ts';
import { randomOf } from './random.ts';
import type { SimCase } from './sim-case.ts';
import type { SimCity } from './sim-city.ts';

/** Share of disposals that go late, by how a district works. The city's mean is about 5 in 100. */
const BRISK = 0.032;
const USUAL = 0.047;
const SLOW = 0.095;

/** Some trades' work is harder to plan. */
const TRADE_FACTORS: Partial<Record<Trade, number>> = { roads: 1.6, utilities: 1.5, drainage: 1.3, sanitation: 0.8 };

/** Desks of a district's centre: operators, duty officers, dispatchers, supervisors, and the patrol. */
export type Desk = '受理席' | '值班席' | '派遣席' | '督办席' | '采集组';

/** Who does what in the simulated city, how well, and what they are called. Nobody in it is a person. */
export class Workforce {
  private readonly names = new Map<string, string>();
  private readonly districtNames = new Map<string, string>();
  private readonly lateness = new Map<string, number>();
  private readonly seed: number;
  private readonly cityCode: string;

  constructor(seed: number, { index, areas }: SimCity) {
    this.seed = seed;
    this.cityCode = index.places[0]?.code ?? '';
    const codes = [...areas.keys()].sort();
    const named = (code: string) => {
      const place = index.get(code);
      return { code, name: { zh: place?.nameZh ?? code, en: place?.nameEn ?? code } };
    };
    const subdistricts = index.places
      .filter(({ level }) => level === 'subdistrict')
      .map(({ code, parentCode }) => ({ ...named(code), districtCode: parentCode ?? '' }));
    for (const { code, name } of departmentRows(this.cityCode, codes.map(named), subdistricts))
      this.names.set(code, name.zh);
    for (const code of codes) this.districtNames.set(code, named(code).name.zh);
    const random = randomOf(seed, 'districts');
    const shuffled = codes.map((code) => ({ code, rank: random.next() })).sort((a, b) => a.rank - b.rank);
    shuffled.forEach(({ code }, i) => {
      const share = i < codes.length / 5 ? SLOW : i < codes.length / 2 ? USUAL : BRISK;
      this.lateness.set(code, share * random.between(0.85, 1.15));
    });
  }

  /** The department that a case goes to; `again`: not to the one that sent it back. */
  departmentFor({ categoryKey, districtCode, subdistrictCode }: SimCase, again: boolean): string | null {
    if (districtCode === null) return null;
    const trade = responsibleOffice(categoryKey);
    const local = subdistrictCode === null ? null : departmentCode(subdistrictCode, 'subdistrict');
    const usual = trade === 'subdistrict' ? local : departmentCode(districtCode, trade);
    const other = trade === 'subdistrict' ? departmentCode(districtCode, 'enforcement') : local;
    const chosen = again ? (other ?? usual) : (usual ?? other);
    return chosen !== null && this.names.has(chosen) ? chosen : departmentCode(districtCode, 'command');
  }

  /** How likely a department is to go over its limit, 0 to 1. */
  lateShare(department: string | null, districtCode: string | null): number {
    const trade = department?.split('-')[1] as Trade | undefined;
    const own = randomOf(this.seed, 'department', department ?? '').between(0.7, 1.3);
    const base = this.lateness.get(districtCode ?? '') ?? USUAL;
    return Math.min(0.5, base * own * (trade === undefined ? 1 : (TRADE_FACTORS[trade] ?? 1)));
  }

  /** A desk of a district's centre, or a department, as it stands in a timeline. */
  desk(
    districtCode: string | null,
    desk: '受理席' | '值班席' | '派遣席' | '督办席' | '采集组',
  ): { id: string; name: string } {
    const name = this.districtNames.get(districtCode ?? '') ?? '市';
    return { id: `${districtCode ?? this.cityCode}-${desk}`, name: `${name}${desk}` };
  }

  department(code: string | null, districtCode: string | null): { id: string; name: string } {
    const name = code === null ? undefined : this.names.get(code);
    return code === null || name === undefined ? this.desk(districtCode, '派遣席') : { id: code, name };
  }
}
