import type { Attestation } from '#domain/category/category.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { LimitSeason } from '#domain/calendar/season.ts';
import type { Trade } from '#domain/department/department.ts';
import type { Level } from './level.ts';

/**
 * Names behind the ordinals in binary topics, served at /api/v1/dictionary with its version as ETag. The position in
 * each list is the ordinal.
 */
export type Dictionary = {
  version: string;
  city: { code: string; nameZh: string; nameEn: string };
  /** Districts first, then subdistricts: both are ordinals of one list. */
  places: {
    code: string;
    parentCode: string | null;
    level: Level;
    nameZh: string;
    nameEn: string;
    lon: number;
    lat: number;
    areaM2: number;
    approximate: boolean;
    hosting: 'central' | 'federated' | null;
  }[];
  categories: ({
    key: string;
    kind: 'component' | 'event';
    classCode: string;
    nameZh: string;
    nameEn: string;
    shortZh: string;
    shortEn: string;
    classZh: string;
    classEn: string;
    conditions?: DictionaryCondition[];
  } & Partial<DictionaryStanding>)[];
  departments: {
    code: string;
    districtCode: string | null;
    subdistrictCode?: string | null;
    trade?: Trade;
    nameZh: string;
    nameEn: string;
    /** No case is dispatched to it any more. */ retired?: true;
  }[];
  /** By which screens count working time between the server's words. Absent: they count all time. */
  calendar?: Calendar;
  sources: { id: string; nameZh: string; nameEn: string; simulated: boolean }[];
};

/** Where a category stands: its code system, how well it is known, and what it counts as in figures over several. */
export type DictionaryStanding = {
  system: string;
  subCode: string;
  countsAs: string;
  attested: Attestation;
  /** No case is filed under it any more. */ retired: true;
};

/** A filing condition of a category by its number: what must be found to file, what must be so to close. */
export type DictionaryCondition = {
  no: number;
  zh: string;
  en: string;
  closeZh: string;
  closeEn: string;
  limit: Limit;
  /** The limit runs in this season alone. */ season?: LimitSeason;
  /** No case is filed under it any more. */ retired?: true;
};

/** "None" among 16-bit ordinals. */
export const NO_ORDINAL = 0xffff;
