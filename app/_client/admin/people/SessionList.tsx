'use client';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { AccountAnswer, SessionsAnswer } from '#wire/http/accounts.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { browserOf } from './browser-of.ts';
import styles from './people.module.css';

type Props = { account: AccountAnswer; onEnd: (session: string | null) => void };

/** Where an account is signed in, and the end of it. */
export function SessionList({ account, onEnd }: Props) {
  const t = useTranslations('people.session');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [asked, again] = useAnswer<SessionsAnswer>(`/api/v1/accounts/${encodeURIComponent(account.id)}/sessions`);
  useEffect(() => again(), [account.sessions, again]);
  const sessions = asked.state === 'ready' ? asked.answer.sessions : [];
  return (
    <>
      <h3>{t('title')}</h3>
      {sessions.length === 0 && <p className={parts.note}>{t('none')}</p>}
      <ul className={styles.sessions} data-testid="sessions">
        {sessions.map(({ id, createdAt, seenAt, address, userAgent }) => (
          <li key={id}>
            <p>
              {address} <span className={styles.soft}>{browserOf(userAgent)}</span>
            </p>
            <p className={styles.soft}>
              {t('since', {
                since: dayAndMinuteText(createdAt, timeZone, language),
                seen: dayAndMinuteText(seenAt, timeZone, language),
              })}
            </p>
            <button type="button" className={parts.link} onClick={() => onEnd(id)}>
              {t('end')}
            </button>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <p className={styles.acts}>
          <button type="button" className={parts.button} onClick={() => onEnd(null)} data-testid="end-all">
            {t('endAll')}
          </button>
        </p>
      )}
    </>
  );
}
