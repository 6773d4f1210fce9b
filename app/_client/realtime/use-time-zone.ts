'use client';
import { useStored } from '../stores/use-summary.ts';
import { usePicture } from './PictureProvider.tsx';

/** The platform's own zone, as the server said; Asia/Shanghai until it has. */
export function useTimeZone(): string {
  return useStored(usePicture().client.link.welcome)?.timeZone ?? 'Asia/Shanghai';
}
