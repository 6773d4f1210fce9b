'use client';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { dayMs } from '#domain/calendar/dates.ts';
import { dayAndMinuteText, isoDayText, minuteText, weekdayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import type { ReplayMoment } from '../../replay/replay-player.ts';
import { useReplayMoment } from '../../replay/use-replay.ts';
import { useScene } from '../../wall/scene-context.ts';
import { useWhy } from '../place-title/use-why.ts';
import styles from './replay-head.module.css';

/** That this is a replay and of when, with the time of now beside it, small. */
export function ReplayHead() {
  const t = useTranslations('scenes.replay');
  const picture = usePicture();
  const zone = useTimeZone();
  const { language } = useLanguage();
  const { target } = useScene().scene;
  const why = useWhy();
  const day = useRef<HTMLSpanElement>(null);
  const time = useRef<HTMLElement>(null);
  const ago = useRef<HTMLParagraphElement>(null);
  useReplayMoment(
    useCallback(
      ({ now: { at } }: ReplayMoment) => {
        write(day.current, `${isoDayText(at, zone)} ${weekdayText(at, zone, language)}`);
        write(time.current, minuteText(at, zone));
        const days = daysBetween(isoDayText(at, zone), isoDayText(picture.now(), zone));
        write(ago.current, target === undefined ? t('last') : t('ago', { days }));
      },
      [zone, language, target, picture, t],
    ),
  );
  const now = useCallback(
    (at: number) => t('now', { time: dayAndMinuteText(at, zone, language) }),
    [t, zone, language],
  );
  return (
    <div className={styles.box}>
      <header className={styles.head} data-testid="replay-head">
        <div className={styles.word}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4.5 12A7.5 7.5 0 1 0 7 6.4M7.4 2.2L6.6 6.8L11.2 7.6" />
            <path d="M10 8.6V15.4L15.6 12Z" className={styles.play} />
          </svg>
          <b>{t('word')}</b>
          <i>{t('other')}</i>
        </div>
        <div className={styles.when}>
          <h1>
            <span ref={day} data-testid="replay-day" /> <b ref={time} data-testid="replay-time" />
          </h1>
          <p ref={ago} data-testid="replay-ago" />
        </div>
        <div className={styles.now}>
          {why.length > 0 && <p>{why.join(' · ')}</p>}
          <TickingText textAt={now} />
        </div>
      </header>
    </div>
  );
}

function write(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}

function daysBetween(one: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / dayMs);
}
