'use client';
import { useEffect, useState } from 'react';
import type { PersonAnswer } from '#wire/http/mention.ts';
import { findPeople } from './mention-api.ts';

const WAIT_MS = 150;
const NONE: readonly PersonAnswer[] = [];

/** Whom a comment on a case may name by what is typed; nobody while no name is typed (`text` null). */
export function usePeople(number: string, text: string | null): readonly PersonAnswer[] {
  const [found, setFound] = useState<{ asked: string; people: readonly PersonAnswer[] } | null>(null);
  const asked = text === null ? null : `${number} ${text}`;
  useEffect(() => {
    if (asked === null || text === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      findPeople(number, text, stop.signal).then(
        (people) => setFound({ asked, people }),
        (error: unknown) => {
          if (!stop.signal.aborted) console.info('people could not be looked for', error);
        },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [number, text, asked]);
  // What was found for the letters before stays until the next answer, so that the list does not blink.
  return text === null || found === null ? NONE : found.people;
}
