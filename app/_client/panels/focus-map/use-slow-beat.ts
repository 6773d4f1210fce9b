'use client';
import { useCallback, useState } from 'react';
import { useTick } from '../../realtime/use-tick.ts';

/** A number that changes every `everyMs` of server time, for what only needs a look now and then. */
export function useSlowBeat(everyMs: number): number {
  const [beat, setBeat] = useState(0);
  useTick(useCallback((now: number) => setBeat(Math.floor(now / everyMs)), [everyMs]));
  return beat;
}
