import { problem, type Problem, type ProblemCode } from '#wire/http/problem.ts';

/** Thrown anywhere while a request is answered; becomes its `application/problem+json`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  /** For 429 and 503: when to come back. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ProblemCode,
    detail: string,
    more: Pick<Problem, 'at' | 'legal' | 'other'> = {},
    retryAfterSeconds: number | null = null,
  ) {
    super(detail);
    this.problem = problem(code, detail, more);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
