import type { Principal } from '#domain/account/role.ts';
import { termsOf, type CountOf } from '#domain/indicator/evaluate.ts';
import type { Indicator } from '#domain/indicator/indicator.ts';
import type { EvaluationSettings } from '#domain/indicator/settings.ts';
import type { Span } from '#domain/indicator/span.ts';
import { countFacts } from './count-facts.ts';
import type { Reading } from './evaluation-port.ts';
import type { FactColumns } from './fact-columns.ts';
import type { Groups } from './groups.ts';
import { narrowingOf, uniqueTerms, whenOf } from './reading.ts';
import { Slots } from './slots.ts';

/** Counts of every group, as a function of the term. */
export type Counted = { codes: readonly string[]; of: (group: number) => CountOf; has: (group: number) => boolean };

/** Counts what some indicators need, for a span as of an instant (epoch ms). */
export function counted(
  columns: FactColumns,
  who: Principal,
  query: Pick<Reading, 'kind' | 'category'>,
  { grouping, codes }: Groups,
  indicators: readonly Indicator[],
  span: Span,
  asOf: number,
  settings: EvaluationSettings,
): Counted {
  const slots = new Slots(uniqueTerms(indicators.flatMap(({ id }) => termsOf(id, settings))));
  const counts = countFacts(columns, whenOf(span, asOf, settings), grouping, narrowingOf(columns, who, query), slots);
  const { count } = slots;
  return {
    codes,
    of: (group) => (term) => (group === -1 ? 0 : (counts[group * count + slots.of(term)] ?? 0)),
    has(group) {
      for (let at = group * count; at < (group + 1) * count; at++) if (counts[at] !== 0) return true;
      return false;
    },
  };
}
