'use client';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { instantOfStep, REPLAY_STEPS } from '#domain/wall/replay.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { HandoverHead } from '#wire/http/handover.ts';
import { PageHead } from '../frame/PageHead.tsx';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { useAnswer } from '../frame/use-answer.ts';
import parts from '../frame/page-parts.module.css';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { dayAndMinuteText, dayText, minuteText, secondText } from '../i18n/instants.ts';
import type { ReplayFilm } from '../replay/replay-film.ts';
import { CaseThen } from './CaseThen.tsx';
import { PastMap } from './PastMap.tsx';
import { OpenCurve } from './OpenCurve.tsx';
import { stepAt } from './past-span.ts';
import { useFilm } from './use-film.ts';
import styles from './then.module.css';

/** How it was at an instant of the past: what stood open, what was out of time, and one case up to then. */
export function ThenPage({ now }: { now: number }) {
  const t = useTranslations('shift.then');
  const search = useSearchParams();
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const asked = Number(search.get('at'));
  const at = Number.isFinite(asked) && asked > 0 ? asked : now;
  const place = search.get('place') ?? '';
  const number = search.get('case');
  const film = useFilm(at, place, now);
  const [found] = useAnswer<CaseDetailAnswer>(number === null ? null : `/api/v1/cases/${encodeURIComponent(number)}`);
  const [handovers] = useAnswer<{ handovers: HandoverHead[] }>('/api/v1/handovers');
  const detail = found.state === 'ready' ? found.answer : null;
  const shift = handovers.state === 'ready' ? handovers.answer.handovers.findLast((one) => one.at >= at) : undefined;
  return (
    <>
      <PageHead
        title={t('title', { day: dayText(at, timeZone, language), time: secondText(at, timeZone) })}
        says={t('says')}
      >
        {shift !== undefined && (
          <a className={parts.button} href={`/shift/${shift.id}`}>
            {t('handover', { time: minuteText(shift.at, timeZone) })}
          </a>
        )}
        <Link className={parts.button} href="/shift/history" prefetch={false}>
          {t('back')}
        </Link>
      </PageHead>
      <div className={styles.two}>
        {film.at === 'ready' ? (
          <Past key={`${at}|${place}`} film={film.film} at={at} place={place} detail={detail} />
        ) : (
          <p className={styles.waiting} role={film.at === 'failed' ? 'alert' : 'status'}>
            {film.at === 'reading' ? t('reading') : t(`fault.${film.why}`)}
          </p>
        )}
        {detail !== null && <CaseThen detail={detail} at={at} />}
      </div>
    </>
  );
}

type PastProps = { film: ReplayFilm; at: number; place: string; detail: CaseDetailAnswer | null };

function Past({ film, at, place, detail }: PastProps) {
  const t = useTranslations('shift.then');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [step, setStep] = useState(() => stepAt(film.columns, at));
  const shownAt = instantOfStep(film.columns, step);
  const counts = useMemo(() => {
    film.moveTo(step);
    return { ...film.counts };
  }, [film, step]);
  const position = detail?.summary.position ?? null;
  return (
    <section className={styles.past} aria-label={t('past')} data-testid="past">
      <p className={styles.counts}>
        <b>{minuteText(shownAt, timeZone)}</b> {t('open', { count: counts.open })} ·{' '}
        {t('timedOut', { count: counts.timedOut })}
        <span>{t('notLive')}</span>
      </p>
      <PastMap film={film} step={step} place={place} chosen={position} />
      <OpenCurve open={film.open} step={step} />
      <label className={styles.slider}>
        {t('when')}
        <input
          type="range"
          min={0}
          max={REPLAY_STEPS}
          value={step}
          aria-valuetext={minuteText(shownAt, timeZone)}
          onChange={(event) => setStep(Number(event.target.value))}
          data-testid="when"
        />
        <span>
          {dayAndMinuteText(film.columns.from, timeZone, language)} –{' '}
          {dayAndMinuteText(film.columns.to, timeZone, language)}
        </span>
      </label>
    </section>
  );
}
