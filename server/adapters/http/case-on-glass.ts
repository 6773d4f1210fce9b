import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** Long runs of digits, as phone and identity numbers are. */
const NUMBERS = /\d[\d\s-]{5,}\d/g;

/**
 * A case as everybody in a room may read it: no reporter, no person's name, no number one could call, and of what
 * happened only when and what. Offices and teams keep their names.
 */
export function caseOnGlass(answer: CaseDetailAnswer): CaseDetailAnswer {
  const bare = withoutPersons({
    ...answer,
    timeline: answer.timeline.map((entry) => ({ ...entry, data: {} })),
  });
  return {
    ...bare,
    description: answer.description.replaceAll(NUMBERS, '****'),
    reporter: null,
    reporterMasked: true,
    legal: [],
    rights: [],
  };
}

/** The same value with every person in it nameless, and texts that people wrote left out. */
function withoutPersons<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutPersons(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && 'name' in value && value.kind === 'person') return { ...value, id: '', name: '' };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      WRITTEN.has(name) && typeof each === 'string' ? '' : withoutPersons(each as unknown),
    ]),
  ) as Value;
}

/** Members that hold what a person wrote or who a person is. */
const WRITTEN: ReadonlySet<string> = new Set([
  ...['reason', 'text', 'comment', 'reply', 'opinion', 'note'],
  ...['person', 'takenBy', 'takenByName', 'by', 'byName', 'from', 'fromName'],
]);
