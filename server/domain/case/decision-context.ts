import type { Post } from '#domain/account/post.ts';
import type { Actor } from '#domain/account/role.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { CaseState } from './case.ts';
import type { Moment } from './legal.ts';
import type { Stage } from './stage.ts';

/**
 * What a decision needs beside the case: who, when, the city's rules and the handbook's limits. All lookups are pure.
 * `at`: when it happened (epoch ms); kept behind the case's newest event.
 */
export type DecisionContext = Moment & {
  eventId: string;
  recordedAt: number;
  actor: Actor;
  post: Post;
  /** Limit of a stage other than 处置, of a district's platform (null: the city's); null where it has none. */
  stageLimit(stage: Exclude<Stage, 'dispose'>, districtCode: string | null): Limit | null;
  /** Filing condition of a category; null when the handbook has none of that number. */
  condition(categoryKey: string, conditionNo: number): { limit: Limit } | null;
  isDepartment(code: string): boolean;
  /** For joining: this case's number and the state of the one it would be joined to; null where there is none such. */
  join?: { number: string; target: CaseState | null };
};
