import type { Figures } from '#wire/figures.ts';
import { dayText, minuteText } from '../../i18n/instants.ts';
import type { Language } from '../../i18n/language.ts';

type Key = 'working' | 'workingPlain' | 'resting' | 'restingPlain' | 'provisional';
type Translate = (key: Key, values?: { from?: string; to?: string }) => string;

/**
 * Whether working time runs, and until or from when. A start on another day is said with its weekday: limits that rest
 * on a Friday evening run again on Monday.
 */
export function workingText(
  working: Figures['working'],
  now: number,
  zone: string,
  language: Language,
  t: Translate,
): string {
  const { running, from, to, provisional } = working;
  const tail = provisional ? t('provisional') : '';
  if (running) {
    if (from === null || to === null) return t('workingPlain') + tail;
    return t('working', { from: minuteText(from, zone), to: minuteText(to, zone) }) + tail;
  }
  if (from === null || from < now) return t('restingPlain') + tail;
  const today = dayText(now, zone, language) === dayText(from, zone, language);
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    weekday: 'short',
    timeZone: zone,
  }).format(from);
  return t('resting', { from: today ? minuteText(from, zone) : `${weekday} ${minuteText(from, zone)}` }) + tail;
}
