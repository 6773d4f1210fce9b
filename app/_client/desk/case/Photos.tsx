'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import styles from './case.module.css';

/** Photographs before and after, as references; places for them where there are none yet. */
export function Photos({ detail: { media } }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.photos');
  return (
    <section className={styles.photos} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <div>
        {(['before', 'after'] as const).map((moment) => (
          <figure key={moment} data-empty={media[moment].length === 0 || undefined}>
            <div>
              {media[moment].length === 0
                ? t('none')
                : media[moment].map((address) => <code key={address}>{address}</code>)}
            </div>
            <figcaption>{t(moment)}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
