'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { ageLines } from './age-lines.ts';
import styles from './data-ages.module.css';

/** The age of one line of the panel, counting. */
export function AgeText({ id, marked, lost }: { id: string; marked: boolean; lost: boolean }) {
  const t = useTranslations('wall.ages');
  const { status } = usePicture();
  const { language } = useLanguage();
  const textAt = useCallback(
    (now: number) => {
      const { lines, late } = ageLines(status.value?.feeds ?? [], now);
      const age = [...lines, ...late].find((one) => one.id === id)?.age ?? null;
      if (age === null) return t('none');
      const text = ageText(age, language);
      return marked ? t(lost ? 'lost' : 'late', { age: text }) : text;
    },
    [status, id, marked, lost, language, t],
  );
  return <TickingText textAt={textAt} className={styles.age} />;
}
