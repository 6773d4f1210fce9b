'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '#wire/figures.ts';
import { ageText } from '../../i18n/durations.ts';
import { secondText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useLinkState, usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useFrame } from '../../stores/use-frame.ts';
import styles from './banner.module.css';

const storeReachable = (status: Status): boolean => status.storeReachable;

/** A plain strip over the last good picture while the server, or its database, cannot be reached. */
export function Banner() {
  const t = useTranslations('wall.banner');
  const picture = usePicture();
  const link = useLinkState();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const reachable = useFrame(picture.status, storeReachable);
  const stopping = link.phase === 'lost' && link.reason === 'server-stopping';
  const lostText = useCallback(
    (now: number) => {
      const at = picture.status.at;
      return t(stopping ? 'stopping' : 'lost', { time: secondText(at, zone), age: ageText(now - at, language) });
    },
    [picture, stopping, zone, language, t],
  );
  if (link.phase === 'lost') {
    return (
      <p className={styles.banner} role="status" data-state="lost" data-testid="banner-lost">
        <TickingText textAt={lostText} />
      </p>
    );
  }
  if (link.phase === 'connecting' && picture.status.value === null) {
    return (
      <p className={`${styles.banner} ${styles.quiet}`} role="status" data-testid="banner-connecting">
        {t('connecting')}
      </p>
    );
  }
  if (reachable === false) {
    return (
      <p className={styles.banner} role="status" data-state="lost" data-testid="banner-store">
        {t('store')}
      </p>
    );
  }
  return null;
}
