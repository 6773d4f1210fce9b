'use client';
import { useEffect, useState } from 'react';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { useFrame } from '../stores/use-frame.ts';
import { hasWeakGpu } from './weak-gpu.ts';

const isThere = (): boolean => true;

/** `hasWeakGpu`, asked once the first numbers stand: where software draws, the answer alone takes most of a second. */
export function useWeakGpu(): boolean {
  const numbersStand = useFrame(usePicture().figures, isThere) === true;
  const [weak, setWeak] = useState(false);
  useEffect(() => {
    if (!numbersStand) return;
    const timer = setTimeout(() => setWeak(hasWeakGpu()), 0);
    return () => clearTimeout(timer);
  }, [numbersStand]);
  return weak;
}
