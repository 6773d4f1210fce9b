import type { BilingualName } from '../category/category.ts';

/**
 * 责任网格: the unit grids that one collector, post or unit answers for. It is no place of the tree and has no code of
 * GB/T 30428.1: codes are the city's own and taken as they are. A unit grid lies in one responsibility grid at most.
 */
export type ResponsibilityGrid = {
  readonly code: string;
  readonly name: BilingualName;
  /** Person or post that answers for it; '' where nobody is named. */
  readonly person: string;
  /** Code of the collector who patrols it, as positions carry it. */
  readonly collector: string | null;
  readonly departmentCode: string | null;
  /** Computed for a demonstration, nobody's decision. */
  readonly approximate: boolean;
  /** Codes of its unit grids, ascending. */
  readonly unitGrids: readonly string[];
};

/** Code of the smallest place below the city that has all its unit grids; null where they lie in several districts. */
export function homeOf({ unitGrids }: Pick<ResponsibilityGrid, 'unitGrids'>): string | null {
  const [first = '', ...others] = unitGrids;
  const length = [12, 9, 6].find((digits) => others.every((code) => code.startsWith(first.slice(0, digits))));
  return length === undefined || first === '' ? null : first.slice(0, length);
}
