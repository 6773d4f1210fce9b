'use client';
import { useTranslations } from 'use-intl';
import { minuteText, weekdayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import styles from './alert-lane.module.css';

/** When it was due: what a working clock that stands still over night has to say, in place of no time over. */
export function DueAt({ at }: { at: number }) {
  const t = useTranslations('wall.lane');
  const { language } = useLanguage();
  const timeZone = useTimeZone();
  return (
    <p className={styles.time}>
      {t.rich('dueOn', {
        day: weekdayText(at, timeZone, language),
        time: minuteText(at, timeZone),
        small: (chunks) => <i>{chunks}</i>,
        big: (chunks) => <b>{chunks}</b>,
      })}
    </p>
  );
}
