import { LIMIT_UNIT_NAMES } from '#domain/category/condition.ts';
import type { Limit } from '#domain/clock/limit.ts';
import { seasonNames } from '#domain/clock/words.ts';
import { minuteText } from '../../i18n/instants.ts';
import type { Language } from '../../i18n/language.ts';
import { spanOf } from './duration.ts';

/** A length of time in words: `53 分`, `1 时 28 分`, `2 天 3 时`; `53 min`, `1 h 28 min`, `2 d 3 h`. */
export function spanText(ms: number, language: Language): string {
  const span = spanOf(ms);
  const zh = language === 'zh';
  switch (span.unit) {
    case 'seconds':
      return zh ? `${span.seconds} 秒` : `${span.seconds} s`;
    case 'minutes':
      return zh ? `${span.minutes} 分` : `${span.minutes} min`;
    case 'hours':
      return zh ? `${span.hours} 时 ${two(span.minutes)} 分` : `${span.hours} h ${two(span.minutes)} min`;
    case 'days':
      return zh ? `${span.days} 天 ${span.hours} 时` : `${span.days} d ${span.hours} h`;
  }
}

/** Time to or since an instant: `剩 53 分`, `超 15 分`; `53 min left`, `15 min late`. */
export function leftText(ms: number, language: Language): string {
  const span = spanText(ms, language);
  if (language === 'zh') return `${ms < 0 ? '超' : '剩'} ${span}`;
  return `${span} ${ms < 0 ? 'late' : 'left'}`;
}

/** An instant as people say it from `now` in a zone: `15:30`, `周一 15:30`, `11-24 15:30` (a week or more away). */
export function whenText(at: number, now: number, timeZone: string, language: Language): string {
  const time = minuteText(at, timeZone);
  const days = daysApart(now, at, timeZone);
  if (days === 0) return time;
  return `${Math.abs(days) < 7 ? weekdayText(at, timeZone, language) : dateText(at, timeZone)} ${time}`;
}

/** `周一` or `Mon`. */
export function weekdayText(at: number, timeZone: string, language: Language): string {
  return formatter(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short' }, timeZone).format(at);
}

/** `11-24`, with the year in front where it is not the year of `now`. */
export function dateText(at: number, timeZone: string, now = at): string {
  const day = dayOf(at, timeZone);
  return day.slice(0, 4) === dayOf(now, timeZone).slice(0, 4) ? day.slice(5) : day;
}

/** Whole days between the dates of two instants in a zone: 0 the same day, 1 the next. */
export function daysApart(from: number, to: number, timeZone: string): number {
  return Math.round((Date.parse(dayOf(to, timeZone)) - Date.parse(dayOf(from, timeZone))) / 86_400_000);
}

/** `4 工作时`, `1 working day`; `种植季节 15 工作日`, `15 working days in the planting season`. */
export function limitText({ value, unit, season }: Limit, language: Language): string {
  const name = LIMIT_UNIT_NAMES[unit];
  const when = season === undefined ? '' : seasonNames[season][language];
  if (language === 'zh') return `${when === '' ? '' : `${when} `}${value} ${name.zh}`;
  return `${value} ${value === 1 ? name.en.replace(/s$/u, '') : name.en}${when === '' ? '' : ` in the ${when}`}`;
}

/** `210 m`, `1.6 km`, `12 km`. */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${Math.round(metres)} m`;
  return metres < 10_000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = `${tag}|${timeZone}|${Object.keys(options).join()}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone });
  formatters.set(key, known);
  return known;
}

function dayOf(at: number, timeZone: string): string {
  return formatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone).format(at);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
