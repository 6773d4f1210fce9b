'use client';
import { useTranslations } from 'use-intl';
import type { Load } from '#wire/load.ts';
import { minuteText } from '../../i18n/instants.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { StateShape, type Shape } from '../shapes/StateShape.tsx';
import { floodOf, loadState } from './flood.ts';
import { LoadMeaning } from './LoadMeaning.tsx';
import styles from './load.module.css';

const SHAPES: Readonly<Record<ReturnType<typeof loadState>, Shape>> = {
  calm: 'calm',
  busy: 'due-soon',
  flood: 'timed-out',
};

/** How heavy the alerts lie on each officer; pressed, it says how that is counted. */
export function LoadMeter() {
  const t = useTranslations('queues.load');
  const desk = useDesk();
  const load = useStored(desk.picture.load);
  if (load === null) return null;
  const state = loadState(load);
  return (
    <>
      <button
        type="button"
        className={styles.meter}
        data-state={state}
        onClick={() => desk.fold({ load: true })}
        aria-keyshortcuts="Shift+L"
        title={t('means')}
        data-testid="load"
      >
        <span className={styles.title}>{t('title')}</span>
        <b className={styles.rate} data-testid="load-rate">
          {rateText(load.perOfficer)}
        </b>
        <span className={styles.state}>
          <StateShape shape={SHAPES[state]} /> {t(`state.${state}`)}
        </span>
        <Spans spans={load.spans} />
        <span className={styles.raised}>
          {t(load.officers > 0 ? 'raised' : 'nobody', { raised: load.raised, officers: load.officers })}
        </span>
        <span className={styles.facts}>
          <span>{t('floodShare', { share: `${Math.round(load.floodShare * 100)} %` })}</span>
          <span>{t('standing', { count: load.standing })}</span>
          <span>{t('stale', { count: load.stale })}</span>
          <span>{t('chattering', { count: load.chattering })}</span>
          <span>{t('shelved', { count: load.shelved })}</span>
        </span>
        {state === 'flood' && <Harder load={load} />}
      </button>
      <LoadMeaning load={load} />
    </>
  );
}

function Harder({ load }: { load: Load }) {
  const t = useTranslations('queues.load');
  const zone = useTimeZone();
  return (
    <span className={styles.harder} role="status" data-testid="flood">
      {t('harder', { since: minuteText(floodOf(load)?.since ?? load.at, zone) })}
    </span>
  );
}

/** The last hour, ten minutes a bar, the tallest as tall as there is room. */
function Spans({ spans }: { spans: readonly number[] }) {
  const t = useTranslations('queues.load');
  const most = Math.max(1, ...spans);
  return (
    <svg
      className={styles.spans}
      viewBox="0 0 48 16"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('spans', { counts: spans.join(', ') })}
    >
      {spans.map((count, at) => {
        const height = Math.max(1, (count / most) * 16);
        return (
          <rect key={at} x={at * 8} y={16 - height} width="6.5" height={height} data-now={at === 5 || undefined} />
        );
      })}
    </svg>
  );
}

/** 0.4, 1.5, 12 */
function rateText(rate: number): string {
  return rate >= 10 ? String(Math.round(rate)) : String(Math.round(rate * 10) / 10);
}
