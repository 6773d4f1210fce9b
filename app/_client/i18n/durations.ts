import type { Language } from './language.ts';

/** A duration as figures and their units, so that a screen can set units small. */
export type DurationPart = { figure: string; unit: string };

const UNITS: Readonly<Record<Language, { day: string; hour: string; minute: string; second: string }>> = {
  zh: { day: '天', hour: '时', minute: '分', second: '秒' },
  en: { day: 'd', hour: 'h', minute: 'm', second: 's' },
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Time over a limit in hours and minutes: 6分, 1时08分, 126时. Hours are not folded into days: a working day has eight. */
export function overParts(ms: number, language: Language): DurationPart[] {
  const unit = UNITS[language];
  const minutes = Math.floor(Math.max(0, ms) / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return [{ figure: String(minutes), unit: unit.minute }];
  if (hours >= 100) return [{ figure: String(hours), unit: unit.hour }];
  return [
    { figure: String(hours), unit: unit.hour },
    { figure: String(minutes % 60).padStart(2, '0'), unit: unit.minute },
  ];
}

/** An age in at most two units: 6 秒, 9 分 12 秒, 3 时 05 分, 2 天 4 时. */
export function ageText(ms: number, language: Language): string {
  const unit = UNITS[language];
  const age = Math.max(0, ms);
  const pair = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
    small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
  if (age < MINUTE) return `${Math.floor(age / SECOND)} ${unit.second}`;
  if (age < HOUR) return pair(Math.floor(age / MINUTE), unit.minute, Math.floor((age % MINUTE) / SECOND), unit.second);
  if (age < DAY) return pair(Math.floor(age / HOUR), unit.hour, Math.floor((age % HOUR) / MINUTE), unit.minute);
  return pair(Math.floor(age / DAY), unit.day, Math.floor((age % DAY) / HOUR), unit.hour);
}
