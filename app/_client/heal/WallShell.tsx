'use client';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { standBy, type Shell } from './shell.ts';

/** Wraps a wall's page: keeps its picture through its own crashes, and lets a fresh page take its place. */
export function WallShell({ children }: { children: ReactNode }) {
  const [retired, setRetired] = useState(false);
  const shell = useRef<Shell | null>(null);
  useEffect(() => {
    const standing = standBy(() => setRetired(true));
    shell.current = standing;
    return () => {
      standing.stop();
      shell.current = null;
    };
  }, []);
  const crashed = useCallback(() => shell.current?.renew('crash'), []);
  return <ScreenBoundary onCrash={crashed}>{retired ? null : children}</ScreenBoundary>;
}
