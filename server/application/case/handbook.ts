import type { Stage } from '#domain/case/stage.ts';
import type { Limit } from '#domain/clock/limit.ts';

/** What moves look up: filing conditions, stage limits, departments. Kept in memory, all lookups pure. */
export type Handbook = {
  stageLimit(stage: Exclude<Stage, 'dispose'>): Limit | null;
  condition(categoryKey: string, conditionNo: number): { limit: Limit } | null;
  hasCategory(categoryKey: string): boolean;
  isDepartment(code: string): boolean;
};

/** The handbook of a platform's own lists. */
export function handbookOf(lists: {
  stageLimits: readonly { stage: Exclude<Stage, 'dispose'>; limit: Limit }[];
  conditions: readonly { categoryKey: string; conditionNo: number; limit: Limit }[];
  categoryKeys: Iterable<string>;
  departmentCodes: Iterable<string>;
}): Handbook {
  const stageLimits = new Map(lists.stageLimits.map(({ stage, limit }) => [stage, limit]));
  const conditions = new Map(lists.conditions.map((one) => [`${one.categoryKey}#${one.conditionNo}`, one]));
  const categories = new Set(lists.categoryKeys);
  const departments = new Set(lists.departmentCodes);
  return {
    stageLimit: (stage) => stageLimits.get(stage) ?? null,
    condition: (categoryKey, conditionNo) => conditions.get(`${categoryKey}#${conditionNo}`) ?? null,
    hasCategory: (categoryKey) => categories.has(categoryKey),
    isDepartment: (code) => departments.has(code),
  };
}
