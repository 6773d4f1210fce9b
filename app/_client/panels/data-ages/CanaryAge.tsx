'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FeedState } from '#domain/feed/feed-state.ts';
import { ageText } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { FeedMark } from '../feed-frame/FeedMark.tsx';
import { canaryAge } from './canary-age.ts';
import styles from './data-ages.module.css';

/** How old the newest probe is that this screen painted, and how long it took from the public ingest to the glass. */
export function CanaryAge() {
  const t = useTranslations('feeds');
  const picture = usePicture();
  const { language } = useLanguage();
  const [state, setState] = useState<FeedState | null>(null);
  useTick(useCallback((now: number) => setState(canaryAge(picture, now)?.state ?? null), [picture]));
  const textAt = useCallback(
    (now: number) => {
      const canary = canaryAge(picture, now);
      if (canary === null) return '';
      if (canary.age === null || canary.tripMs === null) return t('never');
      const age = ageText(canary.age, language);
      if (canary.marked) return `${t(`state.${canary.state}`)} ${age}`;
      return t('trip', { age, trip: (canary.tripMs / 1_000).toFixed(1) });
    },
    [picture, language, t],
  );
  if (state === null) return null;
  return (
    <span className={styles.canary} data-state={state} data-testid="age-canary">
      <FeedMark state={state} />
      {t('of.canary')} <TickingText textAt={textAt} />
    </span>
  );
}
