'use client';
import { useTranslations } from 'use-intl';
import { dayMs, minuteMs, epochDayOf, minuteOfTime, dateOfEpochDay } from '#domain/calendar/dates.ts';
import { SPAN_KINDS, type SpanKind } from '#domain/indicator/span.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { dayText, minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { moved, spanOf } from './question.ts';
import type { Questioned } from './use-question.ts';
import styles from './span-bar.module.css';

/** Which days are counted, and as of when what is due is due. `countedAt`: when the figures on the page were counted. */
export function SpanBar({ asked, asOf }: { asked: Questioned; asOf: number | null }) {
  const t = useTranslations('evaluation.span');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const { question, zone, today, ask } = asked;
  const span = spanOf(question, zone);
  const local = (at: number): string => {
    const shifted = at + zone.offsetAt(at);
    return `${dateOfEpochDay(Math.floor(shifted / dayMs))}T${minuteText(at, timeZone)}`;
  };
  const setAsOf = (text: string): void => {
    if (text === '') return ask({ ...question, asOf: null });
    const [date = '', time = ''] = text.split('T');
    ask({ ...question, asOf: zone.instantOf(epochDayOf(date) * dayMs + minuteOfTime(time.slice(0, 5)) * minuteMs) });
  };
  return (
    <div className={`${parts.bar} ${styles.bar}`} data-testid="span-bar">
      <div className={styles.kinds} role="group" aria-label={t('kinds')}>
        {SPAN_KINDS.map((kind: SpanKind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === question.span}
            onClick={() =>
              ask({ ...question, span: kind, ...(kind === 'any' && { date: span.firstDate, until: span.lastDate }) })
            }
            data-testid={`span-${kind}`}
          >
            {t(`kind.${kind}`)}
          </button>
        ))}
      </div>
      <div className={styles.days}>
        <button
          type="button"
          className={parts.button}
          onClick={() => ask(moved(question, -1, zone))}
          aria-label={t('before')}
        >
          ‹
        </button>
        <label className={parts.field}>
          {question.span === 'any' ? t('first') : t('within')}
          <input
            type="date"
            value={question.date}
            onChange={(event) => event.target.value !== '' && ask({ ...question, date: event.target.value })}
            data-testid="span-date"
          />
        </label>
        {question.span === 'any' && (
          <label className={parts.field}>
            {t('last')}
            <input
              type="date"
              value={question.until}
              min={question.date}
              onChange={(event) => event.target.value !== '' && ask({ ...question, until: event.target.value })}
            />
          </label>
        )}
        <button
          type="button"
          className={parts.button}
          disabled={span.lastDate >= today}
          onClick={() => ask(moved(question, 1, zone))}
          aria-label={t('after')}
        >
          ›
        </button>
      </div>
      <label className={parts.field}>
        {t('asOf')}
        <input
          type="datetime-local"
          value={question.asOf === null ? '' : local(question.asOf)}
          onChange={(event) => setAsOf(event.target.value)}
          data-testid="as-of"
        />
      </label>
      <p className={styles.says} data-testid="span-says">
        <b>
          {span.label} · {t('range', { first: span.firstDate, last: span.lastDate })}
        </b>
        <span>
          {asOf === null
            ? t('asOfNow')
            : t('asOfSays', { at: `${dayText(asOf, timeZone, language)} ${minuteText(asOf, timeZone)}` })}
        </span>
      </p>
    </div>
  );
}
