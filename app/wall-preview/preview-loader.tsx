'use client';
import dynamic from 'next/dynamic';

/** Map code needs a browser, so the whole picture is drawn there. */
export const PreviewLoader = dynamic(
  () => import('#client/admin/walls/preview/PreviewScreen.tsx').then((module) => module.PreviewScreen),
  { ssr: false },
);
