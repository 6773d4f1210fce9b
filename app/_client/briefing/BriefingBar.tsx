'use client';
import { useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import type { Me } from '#wire/http/me.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useLinkState, usePicture } from '../realtime/PictureProvider.tsx';
import { useStored } from '../stores/use-summary.ts';
import styles from './briefing.module.css';

type Props = { me: Me; title: string; says: string; children?: ReactNode };

/** What is open and who has it; that the server is away, where it is. */
export function BriefingBar({ me, title, says, children }: Props) {
  const t = useTranslations('briefing');
  const common = useTranslations('common');
  const { language, choose } = useLanguage();
  const { phase } = useLinkState();
  const status = useStored(usePicture().status);
  return (
    <>
      <header className={styles.bar}>
        <div className={styles.title}>
          <h1>{title}</h1>
          <p>
            {t('remote')} · {me.name} · {says}
          </p>
        </div>
        {status?.simulated !== false && <span className={styles.simulated}>{common('simulated')}</span>}
        <span className={styles.languages}>
          {LANGUAGES.filter((one) => one !== language).map((one) => (
            <button key={one} type="button" className={styles.button} onClick={() => choose(one)}>
              {one === 'zh' ? '中' : 'EN'}
            </button>
          ))}
        </span>
        {children}
      </header>
      {phase !== 'live' && (
        <p className={styles.away} role="status" data-testid="away">
          {t(phase === 'connecting' ? 'connecting' : 'away')}
        </p>
      )}
    </>
  );
}
