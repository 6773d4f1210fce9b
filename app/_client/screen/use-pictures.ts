'use client';
import { useCallback, useEffect } from 'react';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { takePagePicture } from './page-picture.ts';

const EVERY_MS = 60_000;
const FIRST_MS = 10_000;

/** Sends a small picture of the page once a minute; the returned function sends one now. */
export function usePictures(wall: string, screen: string): () => void {
  const picture = usePicture();
  const send = useCallback(() => {
    const { link } = picture.client;
    if (link.state.value.phase !== 'live' || document.hidden) return;
    const paintedAt = picture.now();
    takePagePicture()
      .then((taken) => (taken === null ? null : link.ask('picture', { wall, screen, paintedAt, ...taken })))
      .then((answer) => {
        if (answer?.ok !== true) console.info('the picture of this page was not taken', answer);
      })
      .catch((error: unknown) => console.info('no picture of this page can be made', error));
  }, [picture, wall, screen]);
  useEffect(() => {
    // While the page has nothing else to do.
    const idly = (): void => {
      if ('requestIdleCallback' in window) requestIdleCallback(send, { timeout: 5_000 });
      else send();
    };
    const first = setTimeout(idly, FIRST_MS);
    const timer = setInterval(idly, EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [send]);
  return send;
}
