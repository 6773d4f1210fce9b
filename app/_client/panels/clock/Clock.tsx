'use client';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures, Status } from '#wire/figures.ts';
import { dayText, secondText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { workingText } from './working-text.ts';
import styles from './clock.module.css';

const selectWorking = (figures: Figures): Figures['working'] => figures.working;
const selectSpeed = (status: Status): number => status.clock.speed;

/** The server's time with seconds, the day, and whether limits run now: most count working time only. */
export function Clock() {
  const t = useTranslations('wall.clock');
  const picture = usePicture();
  const zone = useTimeZone();
  const { language } = useLanguage();
  const working = useFrame(picture.figures, selectWorking);
  const speed = useFrame(picture.status, selectSpeed);
  const day = useCallback((now: number) => dayText(now, zone, language), [zone, language]);
  return (
    <div className={styles.clock} data-testid="clock">
      <Seconds zone={zone} />
      <div className={styles.beside}>
        <TickingText textAt={day} className={styles.day} testId="day" />
        <span data-testid="working-hours">
          {working === null ? '' : workingText(working, picture.now(), zone, language, t)}
        </span>
        {speed !== null && speed !== 1 && <span className={styles.replay}>{t('replay', { speed })}</span>}
      </div>
    </div>
  );
}

function Seconds({ zone }: { zone: string }) {
  const element = useRef<HTMLParagraphElement>(null);
  useTick(
    useCallback(
      (now: number) => {
        const parts = element.current?.querySelectorAll('b') ?? [];
        secondText(now, zone)
          .split(':')
          .forEach((text, index) => {
            const part = parts[index];
            if (part !== undefined && part.textContent !== text) part.textContent = text;
          });
      },
      [zone],
    ),
  );
  return (
    <p className={styles.time} ref={element} data-testid="time">
      <b />
      <i>:</i>
      <b />
      <i>:</i>
      <b />
    </p>
  );
}
