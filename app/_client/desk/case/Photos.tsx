'use client';
import Image from 'next/image';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { isOwnPhoto } from '../../theme/own-photo.ts';
import styles from './case.module.css';

/**
 * Photographs before and after: those that are kept here to be seen, others by what they are called where they are; places
 * for them where there are none yet.
 */
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
                : media[moment].map((address) =>
                    isOwnPhoto(address) ? (
                      <a key={address} href={address} target="_blank" rel="noreferrer">
                        <Image
                          src={address}
                          alt={t(moment)}
                          width={640}
                          height={480}
                          unoptimized
                          data-testid={`photo-${moment}`}
                        />
                      </a>
                    ) : (
                      <code key={address}>{address}</code>
                    ),
                  )}
            </div>
            <figcaption>{t(moment)}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
