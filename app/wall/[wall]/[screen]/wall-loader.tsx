'use client';
import dynamic from 'next/dynamic';

/** Map code needs a browser, so the whole screen is drawn there. Until then the ground is dark and quiet. */
export const WallLoader = dynamic(() => import('./wall-screen.tsx').then((module) => module.WallScreen), {
  ssr: false,
});
