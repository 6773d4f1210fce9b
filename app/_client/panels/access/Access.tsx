'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Pairing, type PairingState } from '../../screen/pairing.ts';
import { postForAnswer } from '../../screen/post-for-answer.ts';
import { QrCode } from '../../screen/QrCode.tsx';
import styles from './access.module.css';

/** A whole screen that asks to be let in: its code, to type or to scan, and where. */
export function Access({ wall, screen }: { wall: string; screen: string }) {
  const t = useTranslations('screens.door');
  const state = usePairing(wall, screen);
  return (
    <main className={styles.access} data-testid="access" data-at={state.at}>
      <h1>{t('title')}</h1>
      <p>{t('which', { wall, screen })}</p>
      {state.at === 'shown' ? (
        <div className={styles.code}>
          <QrCode text={state.addressWithCode} label={t('scan')} className={styles.qr} />
          <div>
            <p>{t('open', { address: state.address })}</p>
            <p className={styles.letters} data-testid="screen-code">
              {state.code}
            </p>
            <p className={styles.again}>{t('minutes', { minutes: state.minutes })}</p>
          </div>
        </div>
      ) : (
        <p role="status">{t(state.at)}</p>
      )}
    </main>
  );
}

/** Asks to be let in for as long as the page stands, and goes to where the screen hangs when it is. */
function usePairing(wall: string, screen: string): PairingState {
  const [state, setState] = useState<PairingState>({ at: 'asking' });
  useEffect(() => {
    const pixels = `${Math.round(innerWidth * devicePixelRatio)}×${Math.round(innerHeight * devicePixelRatio)}`;
    const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const pairing = new Pairing({ post: postForAnswer, wait }, { wall, screen }, pixels);
    const stop = pairing.state.subscribe(() => {
      const now = pairing.state.value;
      setState(now);
      // The page above, where this one stands in a frame of it.
      if (now.at === 'let-in')
        (window.top ?? window).location.replace(`/wall/${now.place.wall}/${now.place.screen}${location.search}`);
    });
    void pairing.run();
    return () => {
      pairing.stop();
      stop();
    };
  }, [wall, screen]);
  return state;
}
