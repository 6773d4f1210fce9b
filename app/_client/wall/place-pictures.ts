'use client';
import { useEffect, useMemo, useState } from 'react';
import type { Topic } from '#wire/protocol.ts';
import { Picture } from '../realtime/picture.ts';
import { PAGE_BUILD, usePicture } from '../realtime/PictureProvider.tsx';

/** What panels that are read show of one place; maps keep to the whole wall's picture. */
const TOPICS: readonly Topic[] = ['status', 'figures', 'lane'];

/**
 * Pictures of single places for the scenes that show one: the place of now and, early enough, that of the next scene,
 * so that a scene begins with its figures there. Returns the picture of a place once it has something to show.
 */
export function usePlacePictures(places: readonly string[]): (place: string | null) => Picture | null {
  const whole = usePicture();
  const [open] = useState(() => new Map<string, Picture>());
  const [, setReady] = useState(0);
  const wanted = useMemo(() => [...new Set(places)].sort().join(' '), [places]);
  useEffect(() => {
    const codes = wanted === '' ? [] : wanted.split(' ');
    for (const [code, picture] of open) {
      if (codes.includes(code)) continue;
      picture.client.link.close();
      open.delete(code);
    }
    for (const code of codes) {
      if (open.has(code)) continue;
      const { dictionary } = whole;
      const picture = new Picture({ face: 'wall', build: PAGE_BUILD, topics: TOPICS, place: code, dictionary });
      const stop = picture.figures.subscribe(() => {
        stop();
        setReady((count) => count + 1);
      });
      open.set(code, picture);
      picture.client.link.open();
    }
  }, [wanted, open, whole]);
  useEffect(
    () => () => {
      for (const picture of open.values()) picture.client.link.close();
      open.clear();
    },
    [open],
  );
  return (place) => {
    const picture = place === null ? undefined : open.get(place);
    return picture !== undefined && picture.figures.value !== null ? picture : null;
  };
}
