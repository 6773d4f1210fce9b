import { problem, type Problem, type ProblemCode, type ProblemExtras } from '#wire/http/problem.ts';

/** Thrown anywhere while a request is answered; becomes its `application/problem+json`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  /** For 429 and 503: when to come back. */
  readonly retryAfterSeconds: number | null;

  constructor(code: ProblemCode, detail: string, more: ProblemExtras = {}, retryAfterSeconds: number | null = null) {
    super(detail);
    this.problem = problem(code, detail, more);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
