import type { BilingualName } from '#domain/category/category.ts';

/** 权属 owner, 主管 supervise, 养护 maintain, 处置 dispose: what a department is to a problem (GB/T 30428.2). */
export const DEPARTMENT_KINDS = ['owner', 'supervise', 'maintain', 'dispose'] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];

/**
 * What a department's trade is. Every district has one office of each, every subdistrict its own `subdistrict` office;
 * `command` is a supervision and command centre, which holds no disposal work itself.
 */
export const TRADES = [
  'command',
  'sanitation',
  'drainage',
  'enforcement',
  'greening',
  'roads',
  'lighting',
  'water',
  'traffic',
  'utilities',
  'subdistrict',
] as const;
export type Trade = (typeof TRADES)[number];

/**
 * A professional department 专业部门. The code is opaque: the standard's digits differ between systems and newer ones
 * use the 18-character social credit code, so nothing may be read out of it.
 */
export type Department = {
  readonly code: string;
  /** Null for the city's own. */
  readonly districtCode: string | null;
  /** Set where the department serves one subdistrict only. */
  readonly subdistrictCode: string | null;
  readonly parentCode: string | null;
  readonly kind: DepartmentKind;
  readonly trade: Trade;
  readonly name: BilingualName;
};
