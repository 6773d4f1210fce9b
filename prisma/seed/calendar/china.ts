import { plainCalendar, type Calendar, type SpecialDay } from '#domain/calendar/calendar.ts';
import published from './cn-days.json' with { type: 'json' };

const specialDays: readonly SpecialDay[] = published.days.map(({ date, workday, zh, en }) => ({
  date,
  workday,
  name: { zh, en },
  source: published.source,
}));

/** China's working calendar: default hours, with holidays and make-up workdays of all published years. */
export const chinaCalendar: Calendar = {
  ...plainCalendar,
  version: `cn-${published.publishedThrough}`,
  specialDays,
  publishedThrough: published.publishedThrough,
};
