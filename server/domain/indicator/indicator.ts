import type { ChannelClass, Definition, Formula, Measure, Term } from './formula.ts';
import type { FactKind } from './fact.ts';
import type { EvaluationSettings } from './settings.ts';

export const INDICATOR_KINDS = ['basic', 'ratio', 'extension', 'composite'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Whose figure it is: of a place of any level, a department, a post, a person. */
export const OBJECT_KINDS = ['place', 'department', 'post', 'person'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** How a value reads. Counts and seconds add over disjoint spans and places, the others do not. */
export type ValueUnit = 'count' | 'percent' | 'hours' | 'score' | 'grade';

/** An indicator with its definition. `aliases`: other names for the same thing in bulletins and older systems. */
export type Indicator = {
  readonly id: string;
  readonly kind: IndicatorKind;
  readonly name: { readonly zh: string; readonly en: string };
  readonly aliases: readonly string[];
  readonly definition: Definition;
  readonly unit: ValueUnit;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly objects: readonly ObjectKind[];
  /** What it means, where the formula alone does not say it. */
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly source: string;
  /** `sourced`: attested in public systems or bulletins. `unsure`: the name is attested, the formula is not. */
  readonly confidence: 'sourced' | 'unsure';
};

/** The formula that holds under some settings. */
export function formulaOf({ definition }: Indicator, settings: EvaluationSettings): Formula {
  if (definition.form !== 'setting') return definition;
  return definition.by[settings.choices[definition.setting]] ?? { form: 'not-kept' };
}

export function term(kind: FactKind, measure: Measure, channel: ChannelClass = 'any', sign: 1 | -1 = 1): Term {
  return { kind, measure, channel, sign };
}

export function count(...terms: Term[]): Formula {
  return { form: 'count', terms };
}

export function ratio(numerator: string, denominator: string): Formula {
  return { form: 'ratio', numerator, denominator };
}
