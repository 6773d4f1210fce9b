import type { LimitSeason } from '../calendar/season.ts';
import { parseLimitUnit, type Limit, type LimitUnit } from './limit.ts';

export type LimitText = { limit: Limit; season: LimitSeason | null };

/** Why a text is no limit. */
export type LimitFault = 'empty' | 'no-number' | 'no-unit' | 'unknown-unit' | 'range' | 'not-positive';

const SEASONS: readonly (readonly [RegExp, LimitSeason])[] = [[/(?:种植|植树|栽植|栽种|绿化|补植)+季节?/, 'planting']];

/** Words around a limit that say nothing: 在…内, 应于, 不超过, 个. */
const AROUND =
  /不超过|不得超过|不多于|小于等于|限时|时限|期限|办结|完成|处置|处理|之内|以内|≤|<=|[在应于为:：。.,，;；内]/g;
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5 },
};

/** Words for units beside those of a handbook's own column (`parseLimitUnit`). */
const MORE_UNITS: Readonly<Record<string, { unit: LimitUnit; times: number }>> = {
  分: { unit: 'minute', times: 1 },
  min: { unit: 'minute', times: 1 },
  时: { unit: 'urgent-hour', times: 1 },
  钟头: { unit: 'urgent-hour', times: 1 },
  h: { unit: 'urgent-hour', times: 1 },
  工作天: { unit: 'working-day', times: 1 },
  紧急工作小时: { unit: 'urgent-hour', times: 1 },
  紧急日: { unit: 'urgent-day', times: 1 },
  日历天: { unit: 'day', times: 1 },
  日历日: { unit: 'day', times: 1 },
  自然天: { unit: 'day', times: 1 },
  d: { unit: 'day', times: 1 },
  周: { unit: 'day', times: 7 },
  星期: { unit: 'day', times: 7 },
  刻钟: { unit: 'minute', times: 15 },
};

/**
 * Reads a limit as cities write it in their handbooks: `2紧急工作时`, `4工作时`, `１个工作日`, `24小时内`, `半个工作日`,
 * `种植季节15工作日`. Digits of any width, Chinese numerals up to 99.
 *
 * @param unitText the unit where it stands in a column of its own; used when the text itself has none.
 */
export function parseLimitText(text: string, unitText = ''): LimitText | { fault: LimitFault } {
  let rest = plain(text);
  if (rest === '') return { fault: 'empty' };
  const found = SEASONS.find(([words]) => words.test(rest));
  if (found) rest = rest.replace(found[0], '');
  if (/\d\s*(?:-|—|–|~|至|到)\s*\d/.test(rest)) return { fault: 'range' };
  // A point between digits is part of the number, one elsewhere is punctuation.
  rest = rest
    .replaceAll(/(?<=\d)\.(?=\d)/g, '·')
    .replaceAll(AROUND, '')
    .replaceAll('·', '.');
  const [, digits = '', numeral = '', unitPart = ''] =
    /^(?:(\d{1,6}(?:\.\d{1,4})?)|([零一二两三四五六七八九十半]{1,3}))?个?(.*)$/.exec(rest) ?? [];
  const value = digits === '' ? numeralOf(numeral) : Number(digits);
  if (value === null) return { fault: 'no-number' };
  const named = unitPart === '' ? plain(unitText).replace(/^个/, '') : unitPart;
  if (named === '') return { fault: 'no-unit' };
  const unit = unitOf(named.replaceAll(/[()]/g, ''));
  if (unit === null) return { fault: 'unknown-unit' };
  if (!(value > 0)) return { fault: 'not-positive' };
  return { limit: { value: value * unit.times, unit: unit.unit }, season: found?.[1] ?? null };
}

const UNIT_WORDS: Readonly<Record<LimitUnit, string>> = {
  'urgent-hour': '紧急工作时',
  'working-hour': '工作时',
  'working-day': '工作日',
  'urgent-day': '紧急工作日',
  day: '天',
  minute: '分钟',
};

/** Writes a limit as a handbook does; `parseLimitText` reads it back. */
export function limitToText({ value, unit }: Limit, season: LimitSeason | null = null): string {
  return `${season === 'planting' ? '种植季节' : ''}${value}${UNIT_WORDS[unit]}`;
}

/** Fullwidth letters made narrow, blanks taken out. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

function unitOf(name: string): { unit: LimitUnit; times: number } | null {
  const unit = parseLimitUnit(name);
  if (unit !== null) return { unit, times: 1 };
  return Object.hasOwn(MORE_UNITS, name) ? (MORE_UNITS[name] ?? null) : null;
}

/** 十五 = 15, 两 = 2, 半 = 0.5; null for none or nonsense. */
function numeralOf(text: string): number | null {
  if (text === '') return null;
  const [tens, ones, ...more] = text.split('十');
  if (more.length > 0) return null;
  if (ones === undefined) return text.length === 1 ? (NUMERALS[text] ?? null) : null;
  const high = tens === '' ? 1 : digitOf(tens);
  const low = ones === '' ? 0 : digitOf(ones);
  return high === null || low === null ? null : high * 10 + low;
}

function digitOf(text: string | undefined): number | null {
  return text === undefined || text === '半' ? null : (NUMERALS[text] ?? null);
}
