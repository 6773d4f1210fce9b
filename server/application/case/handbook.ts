import type { Stage } from '#domain/case/stage.ts';
import { disposalLimitOf, stageLimitKey, type FilingCondition, type StageLimit } from '#domain/category/condition.ts';
import type { Limit } from '#domain/clock/limit.ts';

/** What moves look up: filing conditions, stage limits, departments. Kept in memory, all lookups pure. */
export type Handbook = {
  /** A district's own limit of a stage, else the city's; null where there is neither. */
  stageLimit(stage: Exclude<Stage, 'dispose'>, districtCode: string | null): Limit | null;
  condition(categoryKey: string, conditionNo: number): { limit: Limit } | null;
  hasCategory(categoryKey: string): boolean;
  isDepartment(code: string): boolean;
};

/** The handbook of a platform's own lists. */
export function handbookOf(lists: {
  stageLimits: readonly Pick<StageLimit, 'stage' | 'districtCode' | 'limit'>[];
  conditions: readonly Pick<FilingCondition, 'categoryKey' | 'conditionNo' | 'limit' | 'season'>[];
  categoryKeys: Iterable<string>;
  departmentCodes: Iterable<string>;
}): Handbook {
  const stageLimits = new Map(
    lists.stageLimits.map(({ stage, districtCode, limit }) => [stageLimitKey(stage, districtCode), limit] as const),
  );
  const conditions = new Map(
    lists.conditions.map((one) => [`${one.categoryKey}#${one.conditionNo}`, { limit: disposalLimitOf(one) }]),
  );
  const categories = new Set(lists.categoryKeys);
  const departments = new Set(lists.departmentCodes);
  return {
    stageLimit: (stage, districtCode) =>
      stageLimits.get(stageLimitKey(stage, districtCode)) ?? stageLimits.get(stageLimitKey(stage)) ?? null,
    condition: (categoryKey, conditionNo) => conditions.get(`${categoryKey}#${conditionNo}`) ?? null,
    hasCategory: (categoryKey) => categories.has(categoryKey),
    isDepartment: (code) => departments.has(code),
  };
}
