import type { Link } from '../realtime/link.ts';

/** Lets the link try at once when the network comes back, the page is shown again or a suspended tab goes on. */
export function wakeWithPage(link: Pick<Link, 'wake'>): () => void {
  const wake = (): void => link.wake();
  const shown = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('resume', wake);
  document.addEventListener('visibilitychange', shown);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('pageshow', wake);
    document.removeEventListener('resume', wake);
    document.removeEventListener('visibilitychange', shown);
  };
}

/** Keeps the screen from going dark while the page is shown. A browser that cannot leaves it to the machine's settings. */
export function stayLit(): () => void {
  let held: WakeLockSentinel | null = null;
  let wanted = true;
  const light = (): void => {
    if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock.request('screen').then(
      (lock) => {
        if (wanted) held = lock;
        else void lock.release();
      },
      (error: unknown) => console.info('the browser will not keep the screen lit', error),
    );
  };
  light();
  document.addEventListener('visibilitychange', light);
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', light);
    void held?.release();
  };
}
