'use client';
import { useEffect, useState } from 'react';
import type { Language } from '../i18n/language.ts';

type Words = Readonly<Record<Language, string>>;
/** What must be said of the base map: beside a small map, beside a large one, and source by source. */
export type MapCredits = {
  readonly brief: Words;
  readonly line: Words;
  readonly sources: readonly { readonly what: Words; readonly name: string; readonly licence: string }[];
};

let loading: Promise<MapCredits | null> | null = null;

function loadCredits(): Promise<MapCredits | null> {
  loading ??= fetch('/map/attribution.json')
    .then(async (answer) => (answer.ok ? ((await answer.json()) as MapCredits) : null))
    .catch((error: unknown) => {
      console.info('base map: no credits', error);
      return null;
    });
  return loading;
}

/** The credits of this city's base map, null until they are there. */
export function useCredits(): MapCredits | null {
  const [credits, setCredits] = useState<MapCredits | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadCredits().then((loaded) => {
      if (wanted) setCredits(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return credits;
}
