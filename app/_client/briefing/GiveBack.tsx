'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './briefing.module.css';

const HOLD_MS = 1_000;

/** Ends the briefing. Held for a second by finger, so that no brush of the hand empties the walls; Enter by keyboard. */
export function GiveBack({ onGiveBack }: { onGiveBack: () => void }) {
  const t = useTranslations('briefing');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [held, setHeld] = useState(false);
  const release = (): void => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  return (
    <button
      type="button"
      className={styles.giveBack}
      data-held={held ? '' : undefined}
      onPointerDown={() => {
        setHeld(true);
        timer.current = setTimeout(onGiveBack, HOLD_MS);
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        // A click without a pointer came from the keyboard or from assistive technology.
        if (event.detail === 0) onGiveBack();
      }}
      data-testid="give-back"
    >
      <b>{t('giveBack')}</b>
      <span>{t('holdSecond')}</span>
    </button>
  );
}
