'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { dayText, secondText } from '../../i18n/instants.ts';
import { LANGUAGES, nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { leaveSession } from '../api.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { MentionsButton } from '../mentions/MentionsButton.tsx';
import { HandoverButton } from '../handover/HandoverButton.tsx';
import { SoundButton } from '../sound/SoundButton.tsx';
import { FeedAges } from './FeedAges.tsx';
import styles from './top-bar.module.css';

/** Whose desk this is, what it watches, how old that is, and the time. */
export function TopBar() {
  const t = useTranslations('desk');
  const common = useTranslations('common');
  const router = useRouter();
  const { me, picture } = useDesk();
  const { language, choose } = useLanguage();
  const zone = useTimeZone();
  const status = useStored(picture.status);
  const clock = useCallback((now: number) => secondText(now, zone), [zone]);
  const day = useCallback((now: number) => dayText(now, zone, language), [zone, language]);
  return (
    <header className={styles.bar}>
      <span className={styles.logo}>
        <Gate />
        <b>{common('product')}</b>
        <span>{t('title')}</span>
      </span>
      <span className={styles.scope}>{status === null ? '' : nameIn(language, status.view)}</span>
      {status?.simulated !== false && (
        <span className={styles.simulated} data-testid="simulated">
          {common('simulated')}
        </span>
      )}
      <span className={styles.space} />
      <FeedAges />
      <MentionsButton />
      <HandoverButton />
      <SoundButton />
      <span className={styles.me} data-testid="me">
        <b>{me.name}</b> {me.name === t(`role.${me.role}`) ? '' : t(`role.${me.role}`)}
        <button
          type="button"
          id="desk-sign-out"
          onClick={() => void leaveSession().then((gone) => gone && router.push('/login?next=/desk'))}
          data-testid="sign-out"
        >
          {t('signOut')}
        </button>
      </span>
      <span className={styles.languages} role="group" aria-label={t('languages')}>
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === language}
            onClick={() => choose(one)}
            data-testid={`language-${one}`}
          >
            {one === 'zh' ? '中' : 'EN'}
          </button>
        ))}
      </span>
      <TickingText textAt={day} className={styles.day} />
      <TickingText textAt={clock} className={styles.clock} testId="clock" />
    </header>
  );
}

function Gate() {
  return (
    <svg width="22" height="20" viewBox="0 0 22 20" aria-hidden="true">
      <path d="M1 19V5h4v3h3V5h6v3h3V5h4v14h-7v-5a3 3 0 0 0-6 0v5z" fill="currentColor" />
    </svg>
  );
}
