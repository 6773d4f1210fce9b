'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { minuteText } from '../../i18n/instants.ts';
import { useStored } from '../../stores/use-summary.ts';
import { DeskPopup } from '../bar/DeskPopup.tsx';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import styles from './sound.module.css';

const MINUTES = [15, 60, 240] as const;

/** Whether the alarm can be heard; pressed, it is tried, muted for a time and told what it is for. */
export function SoundButton() {
  const t = useTranslations('queues.sound');
  const desk = useDesk();
  const zone = useTimeZone();
  const { sound, ringing } = useStored(desk.alarm, 0);
  const { sound: open } = useStored(desk.view, 0);
  useWaking();
  const until = sound.kind === 'muted' ? minuteText(sound.until, zone) : '';
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-kind={sound.kind}
        onClick={() => {
          void desk.alarm.wake();
          desk.fold({ sound: true });
        }}
        aria-keyshortcuts="Shift+M"
        data-testid="sound"
      >
        <Bell off={sound.kind !== 'ready'} /> {t(`state.${sound.kind}`, { until })}
        {ringing > 0 && <b data-testid="ringing">{ringing}</b>}
      </button>
      <DeskPopup
        open={open}
        onOpenChange={(next) => desk.fold({ sound: next })}
        testId="sound-settings"
        title={t('title')}
        says={t('says')}
        close={t('close')}
      >
        <p data-testid="sound-state">{t(`means.${sound.kind}`, { until })}</p>
        <Tested />
        <p className={styles.acts}>
          {MINUTES.map((minutes) => (
            <button
              key={minutes}
              type="button"
              onClick={() => desk.alarm.mute(minutes)}
              data-testid={`mute-${minutes}`}
            >
              {t('mute', { minutes })}
            </button>
          ))}
          {sound.kind === 'muted' && (
            <button type="button" onClick={() => desk.alarm.mute(0)} data-testid="unmute">
              {t('unmute')}
            </button>
          )}
        </p>
      </DeskPopup>
    </>
  );
}

/** Tries the sound and says whether anything came out. */
function Tested() {
  const t = useTranslations('queues.sound');
  const desk = useDesk();
  const [heard, setHeard] = useState<boolean | null>(null);
  return (
    <p className={styles.acts}>
      <button type="button" onClick={() => void desk.alarm.test().then(setHeard)} data-testid="sound-test">
        {t('test')}
      </button>
      {heard !== null && (
        <span role="status" data-testid="sound-tested">
          {t(heard ? 'heard' : 'unheard')}
        </span>
      )}
    </p>
  );
}

/** The first touch of the page lets it be heard: browsers ask for one. */
function useWaking(): void {
  const { alarm } = useDesk();
  useEffect(() => {
    const touched = (): void => void alarm.wake();
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) document.addEventListener(event, touched, { once: true });
    return () => {
      for (const event of events) document.removeEventListener(event, touched);
    };
  }, [alarm]);
}

function Bell({ off }: { off: boolean }) {
  return (
    <svg width="1em" height="1em" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <path
        d="M8 2a4 4 0 0 0-4 4v3.2L2.8 12h10.4L12 9.2V6a4 4 0 0 0-4-4zM6.6 13.6a1.5 1.5 0 0 0 2.8 0"
        strokeWidth="1.3"
      />
      {off && <path d="M2 2l12 12" strokeWidth="1.6" />}
    </svg>
  );
}
