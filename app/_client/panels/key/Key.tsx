'use client';
import { useTranslations } from 'use-intl';
import { HEAT_STEPS } from '#wire/columns.ts';
import type { Figures } from '#wire/figures.ts';
import { countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';
import { HEAT_NAMES } from '../../theme/palette.ts';
import { Shape } from '../../theme/Shape.tsx';
import styles from './key.module.css';

const select = ({ dueWithin15, timedOut, supervised, teams, onTime }: Figures) => ({
  dueSoon: dueWithin15,
  timedOut,
  supervised,
  teams: teams.total,
  target: onTime.target,
});

/** What every mark means, with how many of it there are. */
export function Key() {
  const t = useTranslations('wall.key');
  const view = useFrame(usePicture().figures, select);
  const count = (value: number | undefined) => <b>{value === undefined ? '' : countText(value)}</b>;
  return (
    <section className={styles.key} data-testid="key">
      <h2>
        {t('title')}
        <span>{t('heat')}</span>
      </h2>
      <div className={styles.ramp}>
        {HEAT_STEPS.map((step, index) => (
          <span key={step}>
            <u style={{ background: `var(--${HEAT_NAMES[index]})` }} />
            {step}
          </span>
        ))}
      </div>
      <ul>
        <li>
          <Shape kind="warn" className={styles.mark} />
          {t('dueSoon')}
          {count(view?.dueSoon)}
        </li>
        <li>
          <svg viewBox="-1 -1 2 2" className={styles.mark} aria-hidden="true">
            <path d="M-.95 .85L-.35 .1" className={styles.trail} />
            <path
              d="M0 -.62L.42 .5L0 .24L-.42 .5Z"
              transform="translate(-.2 -.15) rotate(40) scale(1.35)"
              className={styles.team}
            />
            <circle cx=".72" cy=".55" r=".24" className={styles.team} />
          </svg>
          {t('teams')}
          {count(view?.teams)}
        </li>
        <li>
          <Shape kind="out" className={styles.mark} />
          {t('timedOut')}
          {count(view?.timedOut)}
        </li>
        <li data-state="new">
          <svg viewBox="-1 -1 2 2" className={styles.mark} aria-hidden="true">
            <circle r=".68" className={styles.fresh} />
          </svg>
          {t('newCase')}
        </li>
        <li>
          <Shape kind="sup" className={styles.mark} />
          {t('supervised')}
          {count(view?.supervised)}
        </li>
        <li data-state="warn">
          <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden="true">
            <path d="M3 20L20 3M1 13L13 1M11 23L23 11" className={styles.hatch} />
            <rect x="1" y="2" width="22" height="20" className={styles.frame} />
          </svg>
          {t('lowRate', { target: view === null ? 95 : Math.round(view.target * 100) })}
        </li>
      </ul>
    </section>
  );
}
