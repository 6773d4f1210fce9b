'use client';
import { useEffect, useState } from 'react';
import type { MapTiles } from '#wire/tiles.ts';
import type { Language } from '../i18n/language.ts';
import { loadTiles } from './base.ts';

type Words = Readonly<Record<Language, string>>;
/** What must be said of the base map: beside a small map, beside a large one, and source by source. */
export type MapCredits = {
  readonly brief: Words;
  readonly line: Words;
  readonly sources: readonly { readonly what: Words; readonly name: string; readonly licence: string }[];
};

let loading: Promise<MapCredits | null> | null = null;

function loadCredits(): Promise<MapCredits | null> {
  loading ??= Promise.all([fetchCredits(), loadTiles()]).then(([credits, tiles]) => withTiles(credits, tiles));
  return loading;
}

async function fetchCredits(): Promise<MapCredits | null> {
  try {
    const answer = await fetch('/map/attribution.json');
    return answer.ok ? ((await answer.json()) as MapCredits) : null;
  } catch (error) {
    console.info('base map: no credits', error);
    return null;
  }
}

/** A city's own tiles are credited before what lies over them. */
export function withTiles(credits: MapCredits | null, tiles: MapTiles | null): MapCredits | null {
  if (tiles === null) return credits;
  const { credit } = tiles;
  if (credits === null) return { brief: credit, line: credit, sources: [] };
  const joined = (words: Words): Words => ({ zh: `${credit.zh} · ${words.zh}`, en: `${credit.en} · ${words.en}` });
  return { ...credits, brief: joined(credits.brief), line: joined(credits.line) };
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
