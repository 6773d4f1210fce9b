import type { SeasonRules } from './season.ts';

/** A name in the two languages every screen speaks. */
export interface DayName {
  readonly zh: string;
  readonly en: string;
}

/** A day that does not follow its weekday: a holiday, or a weekend day that is worked (调休). */
export interface SpecialDay {
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly date: string;
  readonly workday: boolean;
  readonly name: DayName;
  /** Who published it, in words a reader can look up. */
  readonly source: string;
  /** Year of the notice that arranged it, where that is not the date's own: 元旦 may begin in December. */
  readonly noticeYear?: number;
}

/** Working hours of a day. Of several rules that match a day, the last wins. */
export interface HoursRule {
  /** `['08:00', '12:00']` pairs in local time, ascending, within one day (`'24:00'` is its end). */
  readonly intervals: readonly (readonly [from: string, to: string])[];
  /** Every year from `MM-DD` to `MM-DD`, both included; may run over the new year. */
  readonly season?: { readonly from: string; readonly to: string };
  /** First and last `YYYY-MM-DD` on which the rule holds, both included. */
  readonly since?: string;
  readonly until?: string;
}

/** Where a district's platform works otherwise than the city. What it leaves out is as in the city. */
export interface LocalRules {
  /** The district, as explanations name it. */
  readonly name: DayName;
  readonly workweek?: readonly number[];
  /** In place of all of the city's hours; the first rule must hold on every day. */
  readonly hours?: readonly HoursRule[];
  /** Left out: of the district's own hours where it has any, else the city's. */
  readonly workingDayMs?: number;
  /** Over the city's: a date of both is the district's. */
  readonly specialDays?: readonly SpecialDay[];
  readonly seasons?: SeasonRules;
}

/** When a city works. Plain data: a change is a new `version`, never an edit of an old one. */
export interface Calendar {
  readonly version: string;
  /** IANA zone in which dates and hours are meant. */
  readonly zone: string;
  /** ISO weekdays that are worked, 1 = Monday. */
  readonly workweek: readonly number[];
  /** The first rule must hold on every day. */
  readonly hours: readonly HoursRule[];
  readonly specialDays: readonly SpecialDay[];
  /** First year whose holidays are published; absent: the first of the calendar. Earlier days are provisional. */
  readonly publishedFrom?: number;
  /** Last year whose holidays are published without a gap; later days are provisional. */
  readonly publishedThrough: number;
  /** Years apart from that run whose holidays are published all the same, ascending. */
  readonly publishedAlso?: readonly number[];
  /** Years the compiled table covers, both included. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Working time of one 工作日, in milliseconds; default is a day of the first hours rule. */
  readonly workingDayMs?: number;
  /** Seasons that limits wait for; one that is not named has its default. */
  readonly seasons?: SeasonRules;
  /** By six-digit district code: platforms with rules of their own. */
  readonly districts?: Readonly<Record<string, LocalRules>>;
}

/** 08:00–12:00 and 14:00–18:00, what most cities print in their filing handbooks. */
export const defaultHours: readonly HoursRule[] = [
  {
    intervals: [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ],
  },
];

/** What a calendar is where nothing is said: Monday to Friday, default hours, Asia/Shanghai, no special days. */
export const plainCalendar: Calendar = {
  version: 'plain',
  zone: 'Asia/Shanghai',
  workweek: [1, 2, 3, 4, 5],
  hours: defaultHours,
  specialDays: [],
  publishedThrough: 2040,
  firstYear: 2010,
  lastYear: 2040,
};
