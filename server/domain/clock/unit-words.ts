import type { LimitUnit } from './limit.ts';

/** A unit as it was understood: the word that was given, and in both languages what is counted. */
export interface UnitMeaning {
  readonly unit: LimitUnit;
  /** The word alone does not say whether nights, weekends and holidays count: the reading is ours. */
  readonly ambiguous: boolean;
  readonly zh: string;
  readonly en: string;
}

/** Words for each unit, as `plain` leaves them: small letters without blanks, dashes and plurals. */
const words: Readonly<Record<LimitUnit, readonly string[]>> = {
  'urgent-hour': [
    ...['紧急工作时', '紧急工作小时', '紧急小时', '紧急时', '应急工作时', '连续小时', '自然小时', '小时', '时', '钟头'],
    ...['urgenthour', 'urgentworkinghour', 'urgentworkhour', 'emergencyhour', 'emergencyworkinghour'],
    ...['continuoushour', 'calendarhour', 'hour', 'hr', 'h'],
  ],
  'working-hour': ['工作时', '工作小时', '工时', 'workinghour', 'workhour', 'businesshour', 'workinghr', 'wh'],
  'working-day': ['工作日', '工作天', 'workingday', 'workday', 'businessday', 'wd'],
  day: [
    ...['天', '日', '自然日', '自然天', '日历日', '日历天', '公历日'],
    ...['day', 'calendarday', 'naturalday', 'continuousday', 'd'],
  ],
  'urgent-day': [
    ...['紧急工作日', '紧急日', '紧急天', '应急工作日'],
    ...['urgentday', 'urgentworkingday', 'urgentworkday', 'emergencyday', 'emergencyworkingday'],
  ],
  minute: ['分钟', '分', '分钟连续', 'minute', 'min', 'continuousminute'],
};

/** Words that some handbooks use for working time as well. */
const ambiguousWords: ReadonlySet<string> = new Set(['小时', '时', '钟头', 'hour', 'hr', 'h', '天', '日', 'day', 'd']);

const meanings: Readonly<Record<LimitUnit, { readonly zh: string; readonly en: string }>> = {
  'urgent-hour': {
    zh: '连续计时的小时，夜间、周末和节假日都计',
    en: 'hours that run on, nights, weekends and holidays too',
  },
  'working-hour': { zh: '只计工作日工作时间内的小时', en: 'hours inside working hours of working days alone' },
  'working-day': {
    zh: '工作日，一个工作日为一天的工作时间',
    en: 'working days, each as long as one day’s working hours',
  },
  day: { zh: '自然日，一天为连续的 24 小时', en: 'calendar days of 24 hours that run on' },
  'urgent-day': {
    zh: '连续计时的日，一天为 24 小时，周末和节假日都计',
    en: 'days of 24 hours that run on, weekends and holidays too',
  },
  minute: { zh: '连续计时的分钟', en: 'minutes that run on' },
};

const byWord: ReadonlyMap<string, LimitUnit> = new Map(
  (Object.keys(words) as LimitUnit[]).flatMap((unit) => words[unit].map((word) => [word, unit] as const)),
);

/**
 * What a word for a unit means, in Chinese or English and in any spelling: `工作日`, `个工作日`, `working-day`,
 * `workingDays`, `WORKING_HOUR(S)`. A bare 小时 or 天 is running time: the standard has words of their own, 工作时 and
 * 工作日, for working time (GB/T 30428.8). Null for a word that names no unit.
 */
export function readUnitWord(text: string): UnitMeaning | null {
  const word = plain(text);
  const unit = byWord.get(word) ?? byWord.get(word.replace(/s$/, ''));
  if (unit === undefined) return null;
  return { unit, ambiguous: ambiguousWords.has(word.replace(/s$/, '')), ...meanings[unit] };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()./·]/g, '')
    .replace(/^个/, '');
}
