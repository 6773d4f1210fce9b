'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { localTime } from '#domain/calendar/days.ts';
import { districtsWithRules } from '#domain/calendar/local.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { BringLink } from '../BringLink.tsx';
import { DueTry } from './DueTry.tsx';
import { MonthTable } from './MonthTable.tsx';
import { YearFacts } from './YearFacts.tsx';
import { yearGrid } from './year-grid.ts';
import styles from './calendar.module.css';

/** A year of the working calendar, day by day, and what it makes of a limit. */
export function CalendarPage() {
  const t = useTranslations('admin.calendar');
  const { language } = useLanguage();
  const { names, renewNames } = usePlaceOfWork();
  const source = names.dictionary?.calendar ?? null;
  const [district, setDistrict] = useState<string | null>(null);
  const city = useMemo(() => (source === null ? null : compileCalendar(source)), [source]);
  const calendar = useMemo(() => city && calendarAt(city, district), [city, district]);
  const districts = source === null ? [] : districtsWithRules(source);
  const [openedAt] = useState(() => Date.now());
  const [chosen, setChosen] = useState<number | null>(null);
  const today = calendar === null ? '' : localTime(calendar, openedAt).date;
  const year = chosen ?? Number(today.slice(0, 4));
  const months = useMemo(() => (calendar === null || year === 0 ? [] : yearGrid(calendar, year)), [calendar, year]);
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <BringLink kind="calendar" />
      </PageHead>
      {names.dictionary === null && <Waiting asked={{ state: 'asking' }} again={renewNames} />}
      {names.dictionary !== null && calendar === null && <p>{t('none')}</p>}
      {calendar !== null && (
        <div className={styles.panes}>
          <section aria-label={t('year', { year })}>
            <div className={styles.years}>
              {districts.length > 0 && (
                <label className={parts.field}>
                  {t('of')}
                  <select
                    value={district ?? ''}
                    onChange={(event) => setDistrict(event.target.value || null)}
                    data-testid="calendar-of"
                  >
                    <option value="">{t('wholeCity')}</option>
                    {districts.map((code) => (
                      <option key={code} value={code}>
                        {source?.districts?.[code]?.name[language] ?? code}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              <button
                type="button"
                className={parts.button}
                disabled={year <= calendar.calendar.firstYear}
                onClick={() => setChosen(year - 1)}
                aria-label={t('before', { year: year - 1 })}
              >
                ‹
              </button>
              <h2 aria-live="polite" data-testid="year">
                {t('year', { year })}
              </h2>
              <button
                type="button"
                className={parts.button}
                disabled={year >= calendar.calendar.lastYear}
                onClick={() => setChosen(year + 1)}
                aria-label={t('after', { year: year + 1 })}
              >
                ›
              </button>
              <Legend />
            </div>
            <div className={styles.months} data-testid="months">
              {months.map((month) => (
                <MonthTable key={month.month} grid={month} today={today} />
              ))}
            </div>
          </section>
          <div className={styles.side}>
            <DueTry calendar={calendar} now={openedAt} />
            <YearFacts calendar={calendar} months={months} />
          </div>
        </div>
      )}
    </>
  );
}

const DAY_KINDS = ['workday', 'weekend', 'holiday', 'makeup-workday', 'provisional'] as const;

function Legend() {
  const day = useTranslations('admin.calendar.day');
  return (
    <ul className={styles.legend}>
      {DAY_KINDS.map((kind) => (
        <li key={kind}>
          <i data-kind={kind} aria-hidden="true">
            {kind === 'holiday' ? day('restMark') : kind === 'makeup-workday' ? day('workMark') : ''}
          </i>
          {day(kind)}
        </li>
      ))}
    </ul>
  );
}
