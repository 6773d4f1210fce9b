'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { isOwnPhoto } from '../../theme/own-photo.ts';
import styles from './case-facts.module.css';

type Media = CaseDetailAnswer['media'];
const MOMENTS = ['before', 'after'] as const;

/** Whether our own server has a photo of the case: a wall loads nothing from elsewhere. */
export function hasOwnPhotos(media: Media): boolean {
  return MOMENTS.some((moment) => media[moment].some(isOwnPhoto));
}

/** Photos before and after, as far as our own server has them; a line where others are in the reporting system. */
export function CasePhotos({ media }: { media: Media }) {
  const t = useTranslations('scenes.incident');
  const elsewhere = MOMENTS.reduce((sum, moment) => sum + media[moment].filter((each) => !isOwnPhoto(each)).length, 0);
  const shown = MOMENTS.flatMap((moment) => {
    const own = media[moment].find(isOwnPhoto);
    return own === undefined ? [] : [{ moment, own }];
  });
  return (
    <>
      {shown.length > 0 && (
        <div className={styles.photos} data-photos={shown.length}>
          {shown.map(({ moment, own }) => (
            <figure key={moment}>
              <div style={{ backgroundImage: `url("${encodeURI(own)}")` }} />
              <figcaption>{t(moment)}</figcaption>
            </figure>
          ))}
        </div>
      )}
      {elsewhere > 0 && <p className={styles.elsewhere}>{t('photosElsewhere', { count: elsewhere })}</p>}
    </>
  );
}
