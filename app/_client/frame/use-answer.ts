'use client';
import { useCallback, useEffect, useState } from 'react';
import { ask, Refused } from './answer.ts';

const AGAIN_MS = 3_000;

/** What is known of an answer. While it is asked again the last one stays, marked `fresh: false`. */
export type Asked<Answer> =
  { state: 'asking' } | { state: 'failed'; error: Error } | { state: 'ready'; answer: Answer; fresh: boolean };

type Held<Answer> = { address: string; asked: Asked<Answer> };

/**
 * What the server answers to an address, asked again when the address changes; null asks nothing. The second is a
 * function that asks again.
 */
export function useAnswer<Answer>(address: string | null): [Asked<Answer>, () => void] {
  const [held, setHeld] = useState<Held<Answer> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    ask<Answer>(address, { signal: stop.signal }).then(
      (answer) => setHeld({ address, asked: { state: 'ready', answer, fresh: true } }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        // A server that is not ready yet will be; anything else waits for the reader.
        if (error instanceof Refused && error.status === 503)
          timer = setTimeout(() => setTurn((before) => before + 1), AGAIN_MS);
        setHeld({
          address,
          asked: { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) },
        });
      },
    );
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [address, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return [askedOf(held, address), again];
}

/** The last answer stays on the page until the one to the new question is there. */
function askedOf<Answer>(held: Held<Answer> | null, address: string | null): Asked<Answer> {
  if (held === null || address === null) return { state: 'asking' };
  if (held.address === address) return held.asked;
  return held.asked.state === 'ready' ? { ...held.asked, fresh: false } : { state: 'asking' };
}
