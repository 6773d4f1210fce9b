'use client';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { Shape } from '../../theme/Shape.tsx';
import { makeLampCounter } from './lamps.ts';
import styles from './stages.module.css';
import { useMemo } from 'react';

const select = (figures: Figures): Figures['stages'] => figures.stages;
const LAMPS_EVERY_MS = 2_000;

/**
 * The flow of a case: how many passed each stage today, how many wait in it, and under each a bar of those that wait:
 * with time, running out of it, out of it.
 */
export function Stages() {
  const t = useTranslations('wall.stages');
  const common = useTranslations('common');
  const picture = usePicture();
  const stages = useFrame(picture.figures, select) ?? [];
  const count = useMemo(() => makeLampCounter(() => picture.now()), [picture]);
  const lamps = useSummary(picture.cases, count, LAMPS_EVERY_MS);
  return (
    <section className={styles.strip} data-testid="stages" data-feed="cases">
      <h2>
        {t('title')}
        <span>{t('caption')}</span>
      </h2>
      {stages.map(({ stage, passedToday, open, timedOut }) => {
        const shares = lamps.get(stage) ?? { running: 0, warned: 0, timedOut: 0, all: 0 };
        return (
          <div key={stage} className={styles.stage} data-testid={`stage-${stage}`}>
            <p>{common(`stage.${stage}`)}</p>
            <b>{countText(passedToday)}</b>
            <div className={styles.bar} data-empty={shares.all === 0 ? '' : undefined}>
              {shares.running > 0 && <u style={{ flexGrow: shares.running }} />}
              {shares.warned > 0 && (
                <u className={styles.warned} data-state="warn" style={{ flexGrow: shares.warned }} />
              )}
              {shares.timedOut > 0 && (
                <u className={styles.timedOut} data-state="out" style={{ flexGrow: shares.timedOut }} />
              )}
            </div>
            <p className={styles.below}>
              {stage === 'report' || open === 0 ? t('none') : countText(open)}
              {timedOut > 0 && (
                <em data-state="out">
                  <Shape kind="out" />
                  {countText(timedOut)}
                </em>
              )}
            </p>
          </div>
        );
      })}
    </section>
  );
}
