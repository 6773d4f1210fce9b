'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LIMIT_UNIT_NAMES } from '#domain/category/condition.ts';
import { LIMIT_SEASONS, type LimitSeason } from '#domain/calendar/season.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { localTime } from '#domain/calendar/days.ts';
import { limitUnits, type LimitUnit } from '#domain/clock/limit.ts';
import { instantText } from '#domain/clock/words.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { tryDue } from './try-due.ts';
import styles from './calendar.module.css';

/** When a case would be due that begins at an instant with a limit, and how that is counted. */
export function DueTry({ calendar, now }: { calendar: CompiledCalendar; now: number }) {
  const t = useTranslations('admin.calendar.due');
  const { language } = useLanguage();
  const [start, setStart] = useState(() => {
    const { date, time } = localTime(calendar, now);
    return `${date}T${time}`;
  });
  const [value, setValue] = useState('2');
  const [unit, setUnit] = useState<LimitUnit>('working-day');
  const [season, setSeason] = useState<LimitSeason | null>(null);
  const tried = useMemo(
    () => tryDue(calendar, { start, value: Number(value), unit, season }, language),
    [calendar, start, value, unit, season, language],
  );
  return (
    <section className={styles.due} aria-label={t('title')} data-testid="due-try">
      <h2>{t('title')}</h2>
      <div className={styles.dueFields}>
        <label className={parts.field}>
          {t('start')}
          <input type="datetime-local" value={start} onChange={(event) => setStart(event.target.value)} />
        </label>
        <label className={parts.field}>
          {t('limit')}
          <input type="number" min="0.5" step="0.5" value={value} onChange={(event) => setValue(event.target.value)} />
        </label>
        <label className={parts.field}>
          {t('unit')}
          <select value={unit} onChange={(event) => setUnit(event.target.value as LimitUnit)}>
            {limitUnits.map((one) => (
              <option key={one} value={one}>
                {LIMIT_UNIT_NAMES[one][language]}
              </option>
            ))}
          </select>
        </label>
        <label className={parts.field}>
          {t('season')}
          <select
            value={season ?? ''}
            onChange={(event) => setSeason(LIMIT_SEASONS.find((one) => one === event.target.value) ?? null)}
          >
            <option value="">{t('allYear')}</option>
            {LIMIT_SEASONS.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {'refused' in tried ? (
        <p role="status">{t(tried.refused)}</p>
      ) : (
        <>
          <p className={styles.dueAt} role="status">
            <span>{t('dueAt')}</span> <b data-testid="due-at">{instantText(calendar, tried.dueAt, language, true)}</b>
          </p>
          {tried.provisional && <p className={styles.provisional}>{t('provisional')}</p>}
          <ol className={styles.steps}>
            {tried.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
