'use client';
import { useTranslations } from 'use-intl';
import { HEAT_STEPS } from '#wire/columns.ts';
import { HEAT_NAMES } from '../../theme/palette.ts';
import { Shape } from '../../theme/Shape.tsx';
import styles from './focus-map.module.css';

/** What a replayed map shows: its steps, which are those of now, and what a diamond is. */
export function ReplayCaption() {
  const t = useTranslations('scenes.replay');
  return (
    <span data-state="out">
      {t('map')}
      <i className={styles.steps}>
        {HEAT_STEPS.map((edge, step) => (
          <b key={edge} style={{ background: `var(--${HEAT_NAMES[step]})` }}>
            {edge}
          </b>
        ))}
      </i>
      {t('sameScale')}
      <Shape kind="out" className={styles.mark} />
      {t('outThen')}
    </span>
  );
}
