import type {
  EvaluationAnswer,
  EvaluationCasesAnswer,
  EvaluationCell,
  IndicatorsAnswer,
  SeriesAnswer,
  SettingsAnswer,
} from './evaluation.ts';

const at = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);
const span = {
  kind: 'month',
  from: at('2016-12-01'),
  to: at('2017-01-01'),
  firstDate: '2016-12-01',
  lastDate: '2016-12-31',
  label: '2016-12',
} as const;
const before = {
  kind: 'month',
  from: at('2016-11-01'),
  to: at('2016-12-01'),
  firstDate: '2016-11-01',
  lastDate: '2016-11-30',
  label: '2016-11',
} as const;
const cell: EvaluationCell = {
  value: 93.72,
  text: '93.72',
  numerator: 911,
  denominator: 972,
  why: null,
  tooFew: false,
  grade: 'A',
  rank: 1,
  rankBefore: 3,
  before: 90.12,
};

export const exampleSettings: SettingsAnswer = {
  choices: { reworkDenominator: 'closures-due' },
  grades: [90, 75, 60, 40],
  leastSample: 20,
};

export const exampleEvaluation: EvaluationAnswer = {
  object: 'place',
  level: 'district',
  parent: null,
  span,
  before,
  asOf: span.to,
  countedAt: span.to,
  settings: exampleSettings,
  indicators: ['R14'],
  total: {
    code: '',
    name: { zh: '合计', en: 'Total' },
    role: 'total',
    cells: { R14: { ...cell, rank: null, rankBefore: null } },
  },
  rows: [{ code: '120101', name: { zh: '和平区', en: 'Heping' }, role: 'one', cells: { R14: cell } }],
  totalRows: 1,
};

export const exampleIndicators: IndicatorsAnswer = {
  indicators: [
    {
      id: 'R14',
      kind: 'ratio',
      name: { zh: '结案率', en: 'closing rate' },
      aliases: [],
      formula: { zh: '结案数 / 应结案数', en: 'closed / closures due' },
      meaning: { zh: '', en: '' },
      numerator: 'B26',
      denominator: 'B25',
      parts: [],
      setting: 'closingDenominator',
      unit: 'percent',
      better: 'higher',
      kept: true,
      objects: ['place', 'department'],
      source: 'published bulletins',
      confidence: 'sourced',
    },
  ],
  settings: [
    {
      name: 'closingDenominator',
      question: { zh: '结案率的分母', en: 'Denominator of the closing rate' },
      basis: { zh: 'GB/T 30428.4-2016', en: 'GB/T 30428.4-2016' },
      choices: [{ value: 'closures-due', zh: '应结案数', en: 'closures due' }],
      chosen: 'closures-due',
    },
  ],
  grades: [90, 75, 60, 40],
  leastSample: 20,
};

const { rank: _rank, rankBefore: _rankBefore, before: _before, ...plainCell } = cell;

export const exampleSeries: SeriesAnswer = {
  object: 'place',
  code: '120101',
  indicator: 'R14',
  settings: exampleSettings,
  points: [{ span, asOf: span.to, cell: plainCell }],
};

export const exampleEvaluationCases: EvaluationCasesAnswer = {
  total: 911,
  settings: exampleSettings,
  facts: [
    {
      caseId: 1042,
      number: 'E0110-20161203-000123',
      address: '承德道',
      category: 'gbt30428.2-2013:component:0101',
      phase: 'closed',
      kind: 'whole',
      post: 'duty-officer',
      enteredAt: at('2016-12-03'),
      dueAt: at('2016-12-05'),
      endedAt: at('2016-12-04'),
      late: false,
      department: '120101-sanitation',
      person: '马骁',
      why: null,
    },
  ],
  nextCursor: null,
};
