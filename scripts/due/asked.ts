// Reads what an item asks for, besides its start, which needs the calendar's zone.
import { dayMs } from '#domain/calendar/dates.ts';
import { readUnitWord, type UnitMeaning } from '#domain/clock/unit-words.ts';
import { type LimitSeason } from '#domain/calendar/season.ts';
import type { CalendarChoice } from './calendars.ts';
import type { ItemError } from './start.ts';

export type Asked = CalendarChoice & {
  limit: number;
  meaning: UnitMeaning;
  season: LimitSeason | null;
  /** Code of the district whose own rules of the calendar count; null: the city's. */
  district: string | null;
  warnShare: number | null;
};

/** No limit is longer; a table of years past this would be made of guesses. */
const LONGEST_MS = 100 * 366 * dayMs;

export function readAsked(fields: Readonly<Record<string, unknown>>): Asked | ItemError {
  const limit = numberOf(fields['limit']);
  const shown = JSON.stringify(fields['limit']) ?? 'nothing';
  if (limit === null) return { field: 'limit', reason: `limit is ${shown}, not a number`, hint: 'write 2 or 0.5' };
  if (!(limit > 0)) return { field: 'limit', reason: `limit is ${shown}`, hint: 'a limit is above 0' };
  const unit = fields['unit'];
  const meaning = typeof unit === 'string' ? readUnitWord(unit) : null;
  if (meaning === null) {
    const hint =
      'write 紧急工作时, 工作时, 工作日, 天, 紧急工作日, 分钟 or 小时; urgent-hour, working-hour, working-day, day, urgent-day, minute';
    return { field: 'unit', reason: `${JSON.stringify(unit) ?? 'nothing'} is not a unit`, hint };
  }
  const shortest = meaning.unit === 'minute' ? 60_000 : 3_600_000;
  if (limit * shortest > LONGEST_MS)
    return { field: 'limit', reason: `limit is ${shown}`, hint: 'a limit ends within a hundred years' };
  const share = fields['warnShare'];
  const warnShare = share === undefined || share === null ? null : numberOf(share);
  if (share != null && !(warnShare !== null && warnShare > 0 && warnShare < 1))
    return {
      field: 'warnShare',
      reason: `warnShare is ${JSON.stringify(share)}`,
      hint: 'write a share between 0 and 1, such as 0.8',
    };
  const season = seasonOf(fields['season']);
  if (typeof season !== 'string' && season !== null) return season;
  for (const field of ['zone', 'calendar', 'hours', 'district']) {
    const value = fields[field];
    if (value !== undefined && value !== null && typeof value !== 'string')
      return {
        field,
        reason: `${field} is ${JSON.stringify(value)}, not text`,
        hint: 'leave it out for the usual one',
      };
  }
  const textOf = (field: string): string | null => (typeof fields[field] === 'string' ? fields[field] : null);
  const choice = { zone: textOf('zone'), file: textOf('calendar'), hours: textOf('hours') };
  return { limit, meaning, season, district: textOf('district'), warnShare, ...choice };
}

const seasonWords: ReadonlyMap<string, LimitSeason> = new Map([
  ['planting', 'planting'],
  ['planting season', 'planting'],
  ['种植季节', 'planting'],
  ['种植季', 'planting'],
  ['植树季节', 'planting'],
]);

function seasonOf(given: unknown): LimitSeason | null | ItemError {
  if (given === undefined || given === null || given === '') return null;
  const season =
    typeof given === 'string' ? seasonWords.get(given.trim().toLowerCase().replaceAll('-', ' ')) : undefined;
  if (season !== undefined) return season;
  const reason = `${JSON.stringify(given)} is not a season`;
  return {
    field: 'season',
    reason,
    hint: 'write planting or 种植季节, or leave it out for a limit that runs all year',
  };
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
