import { count, ratio, term, type Indicator, type ObjectKind } from '../indicator.ts';
import type { Definition } from '../formula.ts';

const vendor = 'vendor list of indicators, public code listing';
const dashboard = 'city dashboard, public code listing';
const bulletin = 'published bulletins';

type Shape = Pick<Indicator, 'unit' | 'better' | 'objects' | 'source'> &
  Partial<Pick<Indicator, 'aliases' | 'confidence'>>;

function extension(
  id: string,
  zh: string,
  en: string,
  definition: Definition,
  meaning: readonly [zh: string, en: string],
  shape: Shape,
): Indicator {
  return {
    id,
    kind: 'extension',
    name: { zh, en },
    aliases: [],
    definition,
    meaning: { zh: meaning[0], en: meaning[1] },
    confidence: 'sourced',
    ...shape,
  };
}

const office: ObjectKind[] = ['place', 'department'];
const counted = (better: Indicator['better'], objects: readonly ObjectKind[], source: string): Shape => ({
  unit: 'count',
  better,
  objects,
  source,
});
const percent = (better: Indicator['better'], objects: readonly ObjectKind[], source: string): Shape => ({
  unit: 'percent',
  better,
  objects,
  source,
});

/** 扩展指标: what cities add to the standard's own. */
export const EXTENSIONS: readonly Indicator[] = [
  extension('X01', '处置率', 'disposal rate', ratio('B22', 'B21'), ['', ''], percent('higher', office, vendor)),
  extension(
    'X02',
    '超期处置数',
    'disposed late',
    count(term('dispose', 'done'), term('dispose', 'onTime', 'any', -1)),
    ['超过时限才处置的数量', 'disposed after the limit'],
    { ...counted('lower', office, vendor), aliases: ['超时处置数'] },
  ),
  extension(
    'X03',
    '超期未处置数',
    'overdue not disposed',
    count(term('dispose', 'overdue')),
    ['统计时刻已超过时限而未处置的数量', 'past the limit and not disposed at the counting moment'],
    { ...counted('lower', office, vendor), aliases: ['超时未处置数'] },
  ),
  extension(
    'X04',
    '超期未结案数',
    'overdue not closed',
    count(term('whole', 'overdue')),
    ['统计时刻已超过整体时限而未结案的数量', 'past the whole limit and not closed at the counting moment'],
    { ...counted('lower', office, vendor), aliases: ['超时未结案数'] },
  ),
  extension(
    'X05',
    '延期数',
    'extensions granted',
    count(term('extension', 'done')),
    ['批准的延期次数', 'approved extensions'],
    { ...counted('lower', office, dashboard), aliases: ['延期案件数'] },
  ),
  extension(
    'X06',
    '延期率',
    'extension rate',
    {
      form: 'setting',
      setting: 'extensionDenominator',
      by: { 'disposals-due': ratio('X05', 'B21'), 'closures-due': ratio('X05', 'B25') },
    },
    ['', ''],
    { ...percent('lower', office, dashboard), confidence: 'unsure' },
  ),
  extension(
    'X07',
    '回退数',
    'returns',
    count(term('return', 'done')),
    ['部门未处置而退回的数量', 'cases a department handed back unprocessed'],
    counted('lower', [...office, 'post'], vendor),
  ),
  extension(
    'X08',
    '作废数',
    'voided',
    count(term('void', 'done')),
    ['作废的案件数', 'cases voided'],
    counted('lower', ['place', 'post', 'person'], vendor),
  ),
  extension(
    'X09',
    '自行处置数',
    'self-handled',
    count(term('self-handled', 'done')),
    ['监督员现场自行解决的问题数', 'problems solved by the supervisor on the spot'],
    counted('neither', ['place', 'post', 'person'], vendor),
  ),
  extension(
    'X10',
    '平均处置时长',
    'mean disposal time',
    { form: 'mean-hours', seconds: term('dispose', 'seconds'), count: 'B22' },
    ['处置环节从派遣到反馈的平均历时（自然小时）', 'mean time from dispatch to feedback, running hours'],
    { unit: 'hours', better: 'lower', objects: office, source: vendor },
  ),
  extension(
    'X11',
    '网格红灯',
    'overdue lamps, patrol',
    count(term('dispose', 'overdue', 'patrol')),
    ['监督员上报案件的超期未处置数', 'overdue not disposed, of patrol reports'],
    counted('lower', ['place'], vendor),
  ),
  extension(
    'X11P',
    '公众红灯',
    'overdue lamps, public',
    count(term('dispose', 'overdue', 'other')),
    ['公众及其他渠道案件的超期未处置数', 'overdue not disposed, of reports by the public and others'],
    counted('lower', ['place'], vendor),
  ),
  extension(
    'X12',
    '满意率',
    'satisfaction rate',
    { form: 'not-kept' },
    ['满意数/回访数；平台不记录回访', 'satisfied/revisited; the platform keeps no revisits'],
    { ...percent('higher', office, vendor), confidence: 'unsure' },
  ),
  extension('X13', '立案率', 'filing rate', ratio('B14', 'B09'), ['', ''], percent('neither', ['place'], bulletin)),
  extension('X14', '派遣率', 'dispatch rate', ratio('B18', 'B14'), ['', ''], percent('higher', ['place'], bulletin)),
  extension('X15', '办结率', 'completion rate', ratio('B26', 'B09'), ['', ''], percent('higher', ['place'], bulletin)),
];
