import { LANGUAGE_TAG, type Language } from './language.ts';

const made = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag}|${timeZone}|${JSON.stringify(options)}`;
  let known = made.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(tag, { ...options, timeZone });
    made.set(key, known);
  }
  return known;
}

/** 15:42:08 in the platform's zone. */
export function secondText(at: number, timeZone: string): string {
  return format('en-GB', timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
    at,
  );
}

/** 15:42 in the platform's zone. */
export function minuteText(at: number, timeZone: string): string {
  return format('en-GB', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** 2026年11月24日 周二 or Tue 24 Nov 2026, in the platform's zone. */
export function dayText(at: number, timeZone: string, language: Language): string {
  const tag = LANGUAGE_TAG[language];
  if (language === 'zh') {
    const day = format(tag, timeZone, { year: 'numeric', month: 'long', day: 'numeric' }).format(at);
    return `${day} ${format(tag, timeZone, { weekday: 'short' }).format(at)}`;
  }
  const parts = format('en-GB', timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

/** 11月24日 15:42 or 24 Nov 15:42, in the platform's zone. */
export function dayAndMinuteText(at: number, timeZone: string, language: Language): string {
  const day = format(LANGUAGE_TAG[language] === 'en' ? 'en-GB' : 'zh-CN', timeZone, {
    month: 'short',
    day: 'numeric',
  }).format(at);
  return `${day} ${minuteText(at, timeZone)}`;
}

/** 15:42, and before it the day where that is another than `seenAt`'s: 11月24日 15:42 or 24 Nov 15:42. */
export function momentText(at: number, seenAt: number, timeZone: string, language: Language): string {
  const sameDay = isoDayText(at, timeZone) === isoDayText(seenAt, timeZone);
  return sameDay ? minuteText(at, timeZone) : dayAndMinuteText(at, timeZone, language);
}

/** 11月20日 or 20 Nov, in the platform's zone. */
export function shortDayText(at: number, timeZone: string, language: Language): string {
  const english = language === 'en';
  return format(english ? 'en-GB' : 'zh-CN', timeZone, { month: english ? 'short' : 'long', day: 'numeric' }).format(
    at,
  );
}

/** 周五 or Fri, in the platform's zone. */
export function weekdayText(at: number, timeZone: string, language: Language): string {
  return format(LANGUAGE_TAG[language], timeZone, { weekday: 'short' }).format(at);
}

/** 2026-11-20 in the platform's zone. */
export function isoDayText(at: number, timeZone: string): string {
  return format('sv-SE', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Hour of the day (0–24, with its fraction) in the platform's zone. */
export function hourOfDay(at: number, timeZone: string): number {
  const [hour, minute] = minuteText(at, timeZone).split(':').map(Number);
  return (hour ?? 0) + (minute ?? 0) / 60;
}
