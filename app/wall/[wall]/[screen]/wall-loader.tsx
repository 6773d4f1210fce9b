'use client';
import { useSyncExternalStore } from 'react';
import { WallScreen } from './wall-screen.tsx';

const never = (): (() => void) => () => undefined;

/**
 * A screen is drawn in the browser alone. Until then the ground is dark and quiet. Its code is named by the page itself,
 * so that it is on its way before React stands.
 */
export function WallLoader(props: { wall: string; screen: string }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return inBrowser ? <WallScreen {...props} /> : null;
}
