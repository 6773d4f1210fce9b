import { ratio, type Indicator, type ObjectKind } from '../indicator.ts';
import type { Definition } from '../formula.ts';

const table = 'public system missaouib/urban-management-platform, evaluation tables';
const text = 'public system missaouib/urban-management-platform, definition texts';

type More = Partial<Pick<Indicator, 'aliases' | 'source' | 'better' | 'confidence' | 'meaning'>>;

function rate(
  id: string,
  zh: string,
  en: string,
  definition: Definition,
  objects: readonly ObjectKind[],
  more: More = {},
): Indicator {
  return {
    id,
    kind: 'ratio',
    name: { zh, en },
    aliases: [],
    definition,
    unit: 'percent',
    better: 'higher',
    objects,
    meaning: { zh: '', en: '' },
    source: table,
    confidence: 'sourced',
    ...more,
  };
}

const desk: ObjectKind[] = ['place', 'post', 'person'];
const office: ObjectKind[] = ['place', 'department'];
const everybody: ObjectKind[] = ['place', 'department', 'post', 'person'];

/** 比率指标 of GB/T 30428.4. */
export const RATIOS: readonly Indicator[] = [
  rate('R01', '监督员有效上报率', 'valid supervisor report rate', ratio('B02', 'B01'), desk, {
    aliases: ['有效上报率'],
    source: text,
  }),
  rate('R02', '漏报率', 'missed report rate', ratio('B03', 'B14'), desk, { better: 'lower', source: text }),
  rate('R03', '按时核实率', 'on-time verification rate', ratio('B06', 'B05'), desk, {
    aliases: ['按期核实率'],
    source: text,
  }),
  rate('R04', '按时核查率', 'on-time check rate', ratio('B08', 'B07'), desk, { aliases: ['按期核查率'], source: text }),
  rate('R05', '核实按时派发率', 'on-time sending of verification tasks', ratio('B11', 'B10'), desk),
  rate('R06', '核查按时派发率', 'on-time sending of check tasks', ratio('B13', 'B12'), desk),
  rate('R07', '按时立案率', 'on-time filing rate', ratio('B15', 'B14'), desk, {
    aliases: ['按期立案率'],
    source: text,
  }),
  rate('R08', '准确立案率', 'correct filing rate', ratio('B16', 'B14'), desk, { source: text }),
  rate(
    'R09',
    '按时结案率',
    'on-time closing rate (duty officer)',
    {
      form: 'setting',
      setting: 'onTimeClosingDenominator',
      by: { closed: ratio('B27', 'B26'), 'closures-due': ratio('B27', 'B25') },
    },
    desk,
    { source: text },
  ),
  rate('R10', '按时派遣率', 'on-time dispatch rate', ratio('B19', 'B17'), desk, {
    aliases: ['按期派遣率'],
    source: text,
  }),
  rate('R11', '准确派遣率', 'correct dispatch rate', ratio('B20', 'B17'), desk, { source: text }),
  rate('R12', '按期处置率', 'on-time disposal rate', ratio('B23', 'B21'), office, {
    aliases: ['按时处置率'],
    source: `${table}; vendor list of indicators`,
  }),
  rate(
    'R13',
    '返工率',
    'rework rate',
    {
      form: 'setting',
      setting: 'reworkDenominator',
      by: { disposed: ratio('B24', 'B22'), 'closures-due': ratio('B24', 'B25') },
    },
    office,
    { better: 'lower', confidence: 'unsure' },
  ),
  rate(
    'R14',
    '结案率',
    'closing rate',
    {
      form: 'setting',
      setting: 'closingDenominator',
      by: { 'closures-due': ratio('B26', 'B25'), accepted: ratio('B26', 'B09'), filed: ratio('B26', 'B14') },
    },
    everybody,
    { source: `${table}; held against a published bulletin` },
  ),
  rate('R15', '按期结案率', 'on-time closing rate', ratio('B27', 'B25'), everybody, {
    source: `${table}; held against a published bulletin`,
  }),
  rate('R16', '监督举报率', 'public report rate', ratio('B04', 'B14'), ['place'], {
    better: 'neither' as const,
    confidence: 'unsure',
  }),
];
