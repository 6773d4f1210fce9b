'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { secondText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useLinkState } from '../../realtime/PictureProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import styles from './link-banner.module.css';

/** Whether acts can be carried out now; the banner says why not. */
export function useCanAct(): boolean {
  const link = useLinkState();
  const status = useStored(useDesk().picture.status);
  return link.phase === 'live' && status?.storeReachable !== false;
}

/** A plain line while the server is away: since when the picture stands still, and that nothing typed is lost. */
export function LinkBanner() {
  const t = useTranslations('desk.banner');
  const link = useLinkState();
  const { picture } = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const status = useStored(picture.status);
  const { since } = link;
  const age = useCallback(() => ageText(Date.now() - since, language), [since, language]);
  if (link.phase === 'live') {
    if (status?.storeReachable !== false) return null;
    return <Line>{t('store')}</Line>;
  }
  if (link.phase === 'connecting') return <Line>{t('connecting')}</Line>;
  if (link.phase === 'refused') return <Line>{t(link.reason)}</Line>;
  return (
    <Line>
      {t('lost', { time: secondText(since, zone) })} <TickingText textAt={age} /> · {t('kept')}
    </Line>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <p className={styles.banner} role="status" data-testid="link-banner">
      {children}
    </p>
  );
}
