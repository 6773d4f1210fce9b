import type { PlacesCheck } from '#domain/place/incoming/check-places.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import { chineseHint, chineseReason } from './place-words.ts';
import { problemShapes, thinned } from './problem-shapes.ts';

/** What a check of outlines found, for people, each with where it lies. */
export function listProblems(check: PlacesCheck): ListProblem[] {
  const shapeOf = problemShapes(check);
  return check.problems.map((problem) => {
    const { kind, line, field, refuses } = problem;
    const reason = { zh: chineseReason(problem), en: problem.reason };
    const hint = { zh: chineseHint(problem), en: problem.hint };
    return { line, field: field ?? kind, reason, hint, refuses, shape: thinned(shapeOf(problem)) };
  });
}
