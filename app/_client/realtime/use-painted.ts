'use client';
import { useEffect } from 'react';
import { usePicture } from './PictureProvider.tsx';

const EVERY_MS = 15_000;
const COUNTED_MS = 1_000;

/**
 * Tells the server now and then what this screen shows and how smoothly, for the operator's list of screens. Frames are
 * counted for one second at a time: a screen that only counts would never rest.
 */
export function usePainted(wall: string, screen: string): void {
  const picture = usePicture();
  useEffect(() => {
    const timer = setInterval(() => {
      const { link } = picture.client;
      if (link.state.value.phase !== 'live' || document.hidden) return;
      const began = performance.now();
      let frames = 0;
      requestAnimationFrame(function count(now) {
        frames += 1;
        if (now - began < COUNTED_MS) {
          requestAnimationFrame(count);
          return;
        }
        const framesPerSecond = Math.round((frames * 10_000) / (performance.now() - began)) / 10;
        const { dataAt } = picture.status;
        void link.ask('painted', { wall, screen, paintedAt: picture.now(), dataAt, framesPerSecond });
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [picture, wall, screen]);
}
