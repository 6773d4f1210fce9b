'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LikelyDuplicates } from '#wire/http/waiting.ts';
import { momentText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { readRepeated, REPEATED_DAYS, REPEATED_METRES } from '../api.ts';
import { distanceText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import styles from './side.module.css';

const SHOWN = 4;

type Found = { readonly number: string; readonly cases: LikelyDuplicates['duplicates'] };

/** How often the same problem was reported here before, ended cases too. */
export function RepeatedCases({ number }: { number: string }) {
  const t = useTranslations('desk.repeated');
  const phases = useTranslations('desk.phase');
  const desk = useDesk();
  const zone = useTimeZone();
  const { language } = useLanguage();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let wanted = true;
    readRepeated(number).then(
      (cases) => wanted && setFound({ number, cases }),
      (error: unknown) => console.info('repeated cases could not be read', error),
    );
    return () => {
      wanted = false;
    };
  }, [number]);
  if (found === null || found.number !== number) return null;
  const newest = [...found.cases].sort((a, b) => b.case.reportedAt - a.case.reportedAt);
  const title = t('title', { metres: REPEATED_METRES, days: REPEATED_DAYS });
  return (
    <section className={styles.block} aria-label={title} data-testid="repeated">
      <h2>
        {title}
        <small>{t('count', { count: newest.length })}</small>
      </h2>
      {newest.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul>
        {newest.slice(0, SHOWN).map(({ case: one, metres }) => (
          <li key={one.id}>
            <button type="button" onClick={() => desk.openCase(one.number, one.id)}>
              <b>{one.number}</b>
            </button>
            <span>{phases(one.phase)}</span>
            <span className={styles.number}>{distanceText(metres)}</span>
            <span className={styles.age}>{momentText(one.reportedAt, desk.picture.now(), zone, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
