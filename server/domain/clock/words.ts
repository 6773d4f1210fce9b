import type { CompiledCalendar } from '../calendar/compile.ts';
import { epochDayOf, hourMs, minuteMs, weekdayOfEpochDay } from '../calendar/dates.ts';
import { localTime } from '../calendar/days.ts';
import type { LimitSeason } from '../calendar/season.ts';
import type { Limit, LimitUnit } from './limit.ts';

export type Locale = 'zh' | 'en';

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Names of limit units; English as singular and plural. */
export const unitNames: Readonly<Record<LimitUnit, { readonly zh: string; readonly en: readonly [string, string] }>> = {
  'urgent-hour': { zh: '紧急工作时', en: ['urgent hour', 'urgent hours'] },
  'working-hour': { zh: '工作时', en: ['working hour', 'working hours'] },
  'working-day': { zh: '工作日', en: ['working day', 'working days'] },
  day: { zh: '天', en: ['calendar day', 'calendar days'] },
  'urgent-day': { zh: '紧急工作日', en: ['urgent day', 'urgent days'] },
  minute: { zh: '分钟', en: ['minute', 'minutes'] },
};

/** Names of the seasons that limits wait for. */
export const seasonNames: Readonly<Record<LimitSeason, Readonly<Record<Locale, string>>>> = {
  planting: { zh: '种植季节', en: 'planting season' },
};

/** `2 工作日`, `2 working days`; `种植季节 15 工作日`, `15 working days in the planting season`. */
export function limitText({ value, unit, season }: Limit, locale: Locale): string {
  const name = unitNames[unit];
  const text = `${value} ${locale === 'zh' ? name.zh : name.en[value === 1 ? 0 : 1]}`;
  if (season === undefined) return text;
  const { zh, en } = seasonNames[season];
  return locale === 'zh' ? `${zh} ${text}` : `${text} in the ${en}`;
}

/** `09:00–12:00 13:00–17:00`. */
export function hoursText(hours: readonly (readonly [from: string, to: string])[]): string {
  return hours.map(([from, to]) => `${from}–${to}`).join(' ');
}

/** `1小时20分`, `1 h 20 min`; seconds only below an hour, and a minus sign before time overrun. */
export function durationText(ms: number, locale: Locale): string {
  const size = Math.abs(ms);
  const words = locale === 'zh' ? ['小时', '分', '秒'] : [' h', ' min', ' s'];
  const parts = [Math.floor(size / hourMs), Math.floor((size % hourMs) / minuteMs), 0];
  if (size < hourMs) parts[2] = Math.floor((size % minuteMs) / 1000);
  const shown = parts.map((part, index) => (part > 0 ? `${part}${words[index]}` : '')).filter((part) => part !== '');
  const text = shown.join(locale === 'zh' ? '' : ' ') || `0${words[1]}`;
  return ms < 0 ? `−${text}` : text;
}

/** `11月20日 周五`, `Fri 20 Nov` of a `YYYY-MM-DD` date; with its year where asked. */
export function dateText(date: string, locale: Locale, withYear = false): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = weekdays[locale][weekdayOfEpochDay(epochDayOf(date)) - 1];
  if (locale === 'zh') return `${withYear ? `${year}年` : ''}${Number(month)}月${Number(day)}日 ${weekday}`;
  return `${weekday} ${Number(day)} ${months[Number(month) - 1]}${withYear ? ` ${year}` : ''}`;
}

/** `11月20日 周五 16:40`, `Fri 20 Nov 16:40` in the calendar's zone. */
export function instantText(calendar: CompiledCalendar, instant: number, locale: Locale, withYear = false): string {
  const { date, time } = localTime(calendar, instant);
  return `${dateText(date, locale, withYear)} ${time}`;
}

/** `11月20日 周五 16:40–18:00`, with both dates where the span crosses midnight. */
export function spanText(calendar: CompiledCalendar, from: number, to: number, locale: Locale): string {
  const start = localTime(calendar, from);
  const end = localTime(calendar, to);
  if (start.date === end.date) return `${dateText(start.date, locale)} ${start.time}–${end.time}`;
  return `${instantText(calendar, from, locale)} – ${instantText(calendar, to, locale)}`;
}
