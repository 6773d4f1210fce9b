import { plainCalendar, type Calendar, type SpecialDay } from '#domain/calendar/calendar.ts';
import published from './cn-days.json' with { type: 'json' };

type PublishedDay = { date: string; workday: boolean; zh: string; en: string; noticeYear?: number };

const days: readonly PublishedDay[] = published.days;
const specialDays: readonly SpecialDay[] = days.map(({ date, workday, zh, en, noticeYear }) => ({
  date,
  workday,
  name: { zh, en },
  source: published.source,
  ...(noticeYear !== undefined && { noticeYear }),
}));

/** China's working calendar: default hours, with holidays and make-up workdays of all published years. */
export const chinaCalendar: Calendar = {
  ...plainCalendar,
  version: `cn-${published.publishedThrough}`,
  specialDays,
  publishedFrom: published.publishedFrom,
  publishedThrough: published.publishedThrough,
};
