'use client';
import { useRef } from 'react';
import { useLinkState } from './PictureProvider.tsx';

/** The platform's own zone, as the server said; Asia/Shanghai until it has. */
export function useTimeZone(): string {
  const state = useLinkState();
  const zone = useRef('Asia/Shanghai');
  if (state.phase === 'live') zone.current = state.welcome.timeZone;
  return zone.current;
}
