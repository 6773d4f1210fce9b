import type { Stage } from '#domain/case/stage.ts';
import type { Limit } from '#domain/clock/limit.ts';

/** What moves look up: filing conditions, stage limits, departments. Kept in memory, all lookups pure. */
export type Handbook = {
  stageLimit(stage: Exclude<Stage, 'dispose'>): Limit | null;
  condition(categoryKey: string, conditionNo: number): { limit: Limit } | null;
  hasCategory(categoryKey: string): boolean;
  isDepartment(code: string): boolean;
};
