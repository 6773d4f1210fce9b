'use client';
import { useTranslations } from 'use-intl';
import type { SeasonRule } from '#domain/calendar/season.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dateText, durationText } from '#domain/clock/words.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { specialRuns, yearSums, type MonthGrid } from './year-grid.ts';
import styles from './calendar.module.css';

/** What the year adds up to, its holidays with who published them, and the hours that are worked. */
export function YearFacts({ calendar, months }: { calendar: CompiledCalendar; months: readonly MonthGrid[] }) {
  const t = useTranslations('admin.calendar');
  const { language } = useLanguage();
  const sums = yearSums(months);
  const runs = specialRuns(months);
  const season = calendar.seasons.planting;
  const day = (date: string): string => dateText(date, language);
  return (
    <>
      <section aria-label={t('sums')}>
        <h2>{t('sums')}</h2>
        {sums.provisional && (
          <p className={styles.provisional} data-testid="provisional">
            {t('provisionalSays')}
          </p>
        )}
        <dl className={styles.facts}>
          <dt>{t('day.workday')}</dt>
          <dd>{t('days', { count: sums.workdays })}</dd>
          <dt>{t('day.holiday')}</dt>
          <dd>{t('days', { count: sums.holidays })}</dd>
          <dt>{t('day.makeup-workday')}</dt>
          <dd>{t('days', { count: sums.makeups })}</dd>
          <dt>{t('workingDay')}</dt>
          <dd>{durationText(calendar.workingDayMs, language)}</dd>
          <dt>{t('hours')}</dt>
          <dd>
            {calendar.calendar.hours.map((rule, index) => (
              <p key={index}>
                {rule.intervals.map(([from, to]) => `${from}–${to}`).join('  ')}
                {rule.season !== undefined && ` (${rule.season.from} – ${rule.season.to})`}
              </p>
            ))}
          </dd>
          <dt>{t('season')}</dt>
          <dd>
            {t(season.rule.clock === 'starts' ? 'seasonStarts' : 'seasonRuns', { spans: spansText(season.rule) })}
            {calendar.calendar.seasons?.planting === undefined && ` ${t('seasonUsual')}`}
          </dd>
          <dt>{t('zone')}</dt>
          <dd>{calendar.calendar.zone}</dd>
          <dt>{t('version')}</dt>
          <dd>{calendar.calendar.version}</dd>
        </dl>
      </section>
      <section aria-label={t('special')}>
        <h2>{t('special')}</h2>
        {runs.length === 0 && <p className={styles.note}>{t('noSpecial')}</p>}
        <ul className={styles.runs}>
          {runs.map((run) => (
            <li key={run.from}>
              <span>{run[language]}</span>
              <span>
                {run.from === run.to ? day(run.from) : `${day(run.from)} – ${day(run.to)}`}
                {run.workday && <em> {t('day.makeup-workday')}</em>}
              </span>
            </li>
          ))}
        </ul>
        {runs[0] !== undefined && runs[0].source !== '' && (
          <p className={styles.note}>
            {t('source', { source: [...new Set(runs.map(({ source }) => source))].join(' · ') })}
          </p>
        )}
      </section>
    </>
  );
}

/** `03-01 – 05-31, 10-20 – 11-20`. */
function spansText({ spans }: SeasonRule): string {
  return spans.map(({ from, to }) => `${from} – ${to}`).join(', ');
}
