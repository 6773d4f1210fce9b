'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import styles from './case-facts.module.css';

/** Photos before and after, as far as our own server has them: a wall loads nothing from elsewhere. */
export function CasePhotos({ media }: { media: CaseDetailAnswer['media'] }) {
  const t = useTranslations('scenes.incident');
  return (
    <div className={styles.photos}>
      {(['before', 'after'] as const).map((moment) => {
        const own = media[moment].find((address) => address.startsWith('/'));
        const count = media[moment].length;
        return (
          <figure key={moment} data-empty={own === undefined ? '' : undefined}>
            {own === undefined ? (
              <p>{count === 0 ? t('noPhoto') : t('photosElsewhere', { count })}</p>
            ) : (
              <img src={own} alt="" />
            )}
            <figcaption>{t(moment)}</figcaption>
          </figure>
        );
      })}
    </div>
  );
}
