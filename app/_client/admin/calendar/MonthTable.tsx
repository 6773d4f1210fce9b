'use client';
import { useTranslations } from 'use-intl';
import type { DayInfo } from '#domain/calendar/days.ts';
import { dateText } from '#domain/clock/words.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { MonthGrid } from './year-grid.ts';
import styles from './calendar.module.css';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A month with the days that are worked, that are not, and why. */
export function MonthTable({ grid, today }: { grid: MonthGrid; today: string }) {
  const t = useTranslations('admin.calendar');
  const { language } = useLanguage();
  const said = (day: DayInfo): string => {
    const words = [dateText(day.date, language, true), t(`day.${day.kind}`)];
    if (day.name !== null) words.push(day.name[language]);
    if (day.hours.length > 0) words.push(day.hours.map(([from, to]) => `${from}–${to}`).join(' '));
    if (day.provisional) words.push(t('day.provisional'));
    return words.join(' · ');
  };
  return (
    <table className={styles.month}>
      <caption>{t(`month.${String(grid.month) as '1'}`)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) =>
              day === null ? (
                <td key={weekday} />
              ) : (
                <td
                  key={weekday}
                  data-kind={day.kind}
                  data-provisional={day.provisional || undefined}
                  data-today={day.date === today || undefined}
                  title={said(day)}
                >
                  <span aria-hidden="true">{Number(day.date.slice(8))}</span>
                  <span className={styles.heard}>{said(day)}</span>
                  {day.kind === 'holiday' && <sup aria-hidden="true">{t('day.restMark')}</sup>}
                  {day.kind === 'makeup-workday' && <sup aria-hidden="true">{t('day.workMark')}</sup>}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
