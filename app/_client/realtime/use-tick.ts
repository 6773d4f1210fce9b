'use client';
import { useEffect } from 'react';
import { usePicture } from './PictureProvider.tsx';

/** Runs `read` with server time (epoch ms) at every beat of the page. `read` must be stable. */
export function useTick(read: (now: number) => void): void {
  const { ticker } = usePicture();
  useEffect(() => ticker.follow(read), [ticker, read]);
}
