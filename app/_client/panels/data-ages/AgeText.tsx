'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { ageLines } from './age-lines.ts';
import styles from './data-ages.module.css';

/** The age of one line of the panel with the word of its state, counting. */
export function AgeText({ id }: { id: string }) {
  const t = useTranslations('wall.ages');
  const states = useTranslations('feeds.state');
  const { status } = usePicture();
  const { language } = useLanguage();
  const textAt = useCallback(
    (now: number) => {
      const { lines, late } = ageLines(status.value?.feeds ?? [], now);
      const found = [...lines, ...late].find((one) => one.id === id) ?? null;
      if (found === null || found.age === null) return t('none');
      const age = ageText(found.age, language);
      return found.marked ? `${states(found.state)} ${age}` : age;
    },
    [status, id, language, t, states],
  );
  return <TickingText textAt={textAt} className={styles.age} />;
}
