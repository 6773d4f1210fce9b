'use client';
import { useTranslations } from 'use-intl';
import type { HandoverHead } from '#wire/http/handover.ts';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { dayAndMinuteText } from '../i18n/instants.ts';
import { nameIn } from '../i18n/language.ts';
import styles from './shift.module.css';

/** Handovers of before, newest first, with the names under each. */
export function HandoverList({ handovers }: { handovers: readonly HandoverHead[] }) {
  const t = useTranslations('shift.list');
  const { names, timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  return (
    <section className={styles.list} data-print="no" data-testid="handover-list">
      <h2>{t('title')}</h2>
      {handovers.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul>
          {handovers.map(({ id, at, scope, leaves, comes }) => {
            const place = names.place(scope);
            return (
              <li key={id} data-signed={comes !== null}>
                <a href={`/shift/${id}`}>{dayAndMinuteText(at, timeZone, language)}</a>
                <span>{place === null ? scope : nameIn(language, place)}</span>
                <span>
                  {leaves.name} → {comes?.name ?? <i>{t('unsigned')}</i>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
