import type { FactKind } from './fact.ts';
import type { ChannelClass, Formula, Measure, Term } from './formula.ts';
import { formulaOf, type Indicator } from './indicator.ts';
import { indicator } from './registry.ts';
import type { EvaluationSettings } from './settings.ts';

type Words = { readonly zh: string; readonly en: string };

const KINDS: Record<FactKind, Words> = {
  report: { zh: '上报', en: 'reports' },
  accept: { zh: '受理', en: 'acceptances' },
  'verify-task': { zh: '核实派发', en: 'verification tasks sent' },
  verify: { zh: '核实', en: 'verifications' },
  confirm: { zh: '核实属实', en: 'reports confirmed true' },
  file: { zh: '立案', en: 'filings' },
  dispatch: { zh: '派遣', en: 'dispatches' },
  dispose: { zh: '处置', en: 'disposals' },
  check: { zh: '核查', en: 'checks' },
  whole: { zh: '结案', en: 'closures' },
  rework: { zh: '返工', en: 'reworks' },
  return: { zh: '回退', en: 'returns' },
  extension: { zh: '延期', en: 'extensions' },
  void: { zh: '作废', en: 'voids' },
  'self-handled': { zh: '自行处置', en: 'self-handled' },
  visit: { zh: '回访', en: 'revisits' },
  'check-task': { zh: '核查派发', en: 'check tasks sent' },
};

const MEASURE_WORDS: Record<Measure, Words> = {
  entered: { zh: '期内开始的', en: 'begun' },
  passed: { zh: '期内开始且已完成的', en: 'begun and done' },
  done: { zh: '期内完成的', en: 'done' },
  onTime: { zh: '期内按时完成的', en: 'done on time' },
  overdue: { zh: '期内到期而未完成的', en: 'overdue' },
  waiting: { zh: '待办的', en: 'waiting' },
  undone: { zh: '期内完成而后证明有误的', en: 'done and later found wrong' },
  seconds: { zh: '历时合计：', en: 'total time of' },
  exempt: { zh: '申诉免计的', en: 'exempted' },
  voided: { zh: '因作废不计的', en: 'left out as void' },
};

const CHANNELS: Record<ChannelClass, Words> = {
  any: { zh: '', en: '' },
  patrol: { zh: '（监督员上报）', en: ' (patrol)' },
  other: { zh: '（其他渠道）', en: ' (other channels)' },
};

/** An indicator's formula in words, as it holds under some settings: `结案数 / 应结案数`. */
export function formulaText(of: Indicator, settings: EvaluationSettings): Words {
  const formula = formulaOf(of, settings);
  return { zh: inWords(formula, 'zh'), en: inWords(formula, 'en') };
}

function inWords(formula: Formula, language: 'zh' | 'en'): string {
  const name = (id: string): string => indicator(id).name[language];
  switch (formula.form) {
    case 'count':
      return formula.terms
        .map((term, index) => `${term.sign === -1 ? ' − ' : index > 0 ? ' + ' : ''}${termWords(term, language)}`)
        .join('');
    case 'ratio':
      return `${name(formula.numerator)} / ${name(formula.denominator)}`;
    case 'mean-hours':
      return `${termWords(formula.seconds, language)} / ${name(formula.count)}`;
    case 'score':
      return formula.parts.map((part) => partWords(part.as, name(part.indicator), part.weight, language)).join(' + ');
    case 'grade':
      return language === 'zh' ? '按分值分级' : 'by score';
    case 'not-kept':
      return language === 'zh' ? '平台不记录' : 'not kept by the platform';
  }
}

function termWords({ kind, measure, channel }: Term, language: 'zh' | 'en'): string {
  const [what, how, where] = [KINDS[kind], MEASURE_WORDS[measure], CHANNELS[channel]];
  return language === 'zh' ? `${how.zh}${what.zh}${where.zh}` : `${what.en} ${how.en}${where.en}`;
}

function partWords(as: 'rate' | 'complement' | 'bands', name: string, weight: number, language: 'zh' | 'en'): string {
  if (as === 'complement') return `(1 − ${name}) × ${weight}%`;
  if (as === 'rate') return `${name} × ${weight}%`;
  return language === 'zh' ? `${name}分值 × ${weight}%` : `score of ${name} × ${weight}%`;
}
