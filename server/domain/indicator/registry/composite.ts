import type { Band, ScorePart } from '../formula.ts';
import type { Indicator, ObjectKind } from '../indicator.ts';

const table = 'public system missaouib/urban-management-platform, evaluation tables';
const text = 'public system missaouib/urban-management-platform, definition texts';

const part = (
  indicator: string,
  weight: number,
  as: ScorePart['as'] = 'rate',
  bands: readonly Band[] | null = null,
): ScorePart => ({ indicator, weight, as, bands });

/** 立案数分值: fewer cases filed against a department score higher. */
const FILED_BANDS: readonly Band[] = [
  { upTo: 50, score: 100 },
  { upTo: 100, score: 90 },
  { upTo: 200, score: 75 },
  { upTo: 500, score: 60 },
  { upTo: 1000, score: 40 },
  { upTo: null, score: 0 },
];

/** 受理数分值, 派遣数分值: more work done scores higher. */
const WORK_BANDS: readonly Band[] = [
  { upTo: 100, score: 0 },
  { upTo: 300, score: 40 },
  { upTo: 500, score: 60 },
  { upTo: 1200, score: 75 },
  { upTo: 2000, score: 90 },
  { upTo: null, score: 100 },
];

function score(
  id: string,
  zh: string,
  en: string,
  objects: readonly ObjectKind[],
  parts: readonly ScorePart[],
): Indicator {
  return {
    id,
    kind: 'composite',
    name: { zh, en },
    aliases: [],
    definition: { form: 'score', parts },
    unit: 'score',
    better: 'higher',
    objects,
    meaning: { zh: '', en: '' },
    source: table,
    confidence: 'sourced',
  };
}

const people: ObjectKind[] = ['post', 'person'];

/** 综合指标 and the grade they are given. */
export const COMPOSITES: readonly Indicator[] = [
  score(
    'S01',
    '部门综合指标值',
    'department composite score',
    ['department'],
    [part('B14', 10, 'bands', FILED_BANDS), part('R14', 30), part('R12', 30), part('R13', 30, 'complement')],
  ),
  score('S02', '监督员综合指标值', 'supervisor composite score', people, [
    part('R01', 40),
    part('R02', 20, 'complement'),
    part('R03', 20),
    part('R04', 20),
  ]),
  score('S03', '受理员综合指标值', 'operator composite score', people, [
    part('B09', 25, 'bands', WORK_BANDS),
    part('R05', 40),
    part('R06', 35),
  ]),
  score('S04', '值班长综合指标值', 'duty officer composite score', people, [
    part('R07', 25),
    part('R08', 40),
    part('R09', 35),
  ]),
  score('S05', '派遣员综合指标值', 'dispatcher composite score', people, [
    part('B18', 20, 'bands', WORK_BANDS),
    part('R10', 40),
    part('R11', 40),
  ]),
  {
    id: 'S06',
    kind: 'composite',
    name: { zh: '评价等级', en: 'grade' },
    aliases: [],
    definition: { form: 'grade' },
    unit: 'grade',
    better: 'higher',
    objects: ['place', 'department', 'post', 'person'],
    meaning: {
      zh: '按分值分为 A、B、C、D、E 五级，界限可设置',
      en: 'five grades A to E by score; the bounds are a setting',
    },
    source: text,
    confidence: 'sourced',
  },
];
