'use client';
import { useEffect, useState } from 'react';
import type { Me } from '#wire/http/me.ts';
import { readMe, SignedOut } from '../desk/api.ts';

const TRY_AGAIN_MS = 3_000;

/** Who stands at a page's door: not known yet, no server to ask, or somebody signed in. */
export type Visitor = 'opening' | 'offline' | Me;

/**
 * Asks who is signed in, again and again while the server is away. Nobody is sent to sign in, and comes back to this very
 * address. What an account may read is decided by the server with every answer; a door only spares people refusals.
 */
export function useVisitor(): Visitor {
  const [visitor, setVisitor] = useState<Visitor>('opening');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const knock = async (): Promise<void> => {
      const found = await whoIsHere();
      if (!wanted) return;
      if (found === 'nobody') return location.replace(signInAddress());
      if (found === 'offline') timer = setTimeout(() => void knock(), TRY_AGAIN_MS);
      setVisitor(found);
    };
    void knock();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  return visitor;
}

/** The sign-in that leads back to this very address. */
export function signInAddress(): string {
  return `/login?next=${encodeURIComponent(`${location.pathname}${location.search}`)}`;
}

async function whoIsHere(): Promise<Me | 'nobody' | 'offline'> {
  try {
    return await readMe();
  } catch (error) {
    if (error instanceof SignedOut) return 'nobody';
    console.info('the server cannot be reached yet', error);
    return 'offline';
  }
}
