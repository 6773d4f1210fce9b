import { formulaText } from '#domain/indicator/formula-text.ts';
import { formulaOf } from '#domain/indicator/indicator.ts';
import { INDICATORS } from '#domain/indicator/registry.ts';
import { SETTINGS, type EvaluationSettings } from '#domain/indicator/settings.ts';
import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';

/** Every indicator as it is defined under some settings, and every setting with its choice. */
export function definitionsOf(settings: EvaluationSettings): IndicatorsAnswer {
  return {
    indicators: INDICATORS.map((one) => {
      const formula = formulaOf(one, settings);
      const { id, kind, name, unit, better, objects, meaning, source, confidence } = one;
      return {
        ...{ id, kind, name, unit, better, meaning, source, confidence },
        aliases: [...one.aliases],
        objects: [...objects],
        formula: formulaText(one, settings),
        numerator: formula.form === 'ratio' ? formula.numerator : null,
        denominator:
          formula.form === 'ratio' ? formula.denominator : formula.form === 'mean-hours' ? formula.count : null,
        parts:
          formula.form === 'score' ? formula.parts.map(({ indicator, weight, as }) => ({ indicator, weight, as })) : [],
        setting: one.definition.form === 'setting' ? one.definition.setting : null,
        kept: formula.form !== 'not-kept',
      };
    }),
    settings: SETTINGS.map(({ name, question, basis, choices }) => ({
      name,
      question,
      basis: { ...basis },
      choices: choices.map((choice) => ({ ...choice })),
      chosen: settings.choices[name],
    })),
    grades: [...settings.grades],
    leastSample: settings.leastSample,
  };
}
