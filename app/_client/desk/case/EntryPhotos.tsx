'use client';
import Image from 'next/image';
import { useTranslations } from 'use-intl';
import { photoIdOf } from '#domain/case/photo-reference.ts';
import styles from './case.module.css';

/** Small photographs of one line of what has passed: those that are kept here. */
export function EntryPhotos({ number, media }: { number: string; media: unknown }) {
  const t = useTranslations('desk.photo');
  const ids = Array.isArray(media)
    ? media.flatMap((reference) => (typeof reference === 'string' ? (photoIdOf(reference) ?? []) : []))
    : [];
  if (ids.length === 0) return null;
  return (
    <span className={styles.entryPhotos}>
      {ids.map((id) => {
        const address = `/api/v1/cases/${encodeURIComponent(number)}/photos/${id}`;
        return (
          <a key={id} href={address} target="_blank" rel="noreferrer">
            <Image src={address} alt={t('ofLine')} width={64} height={48} unoptimized data-testid="entry-photo" />
          </a>
        );
      })}
    </span>
  );
}
