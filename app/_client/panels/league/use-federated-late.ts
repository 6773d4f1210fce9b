'use client';
import { useCallback, useState } from 'react';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { feedAge } from '../../stores/feed-age.ts';

const NOBODY: ReadonlyMap<string, number> = new Map();

/** Districts whose own platform is late, with the instant (epoch ms) their data is of; counted by the clock itself. */
export function useFederatedLate(): ReadonlyMap<string, number> {
  const picture = usePicture();
  const [late, setLate] = useState(NOBODY);
  useTick(
    useCallback(
      (now: number) => {
        const found = new Map<string, number>();
        for (const feed of picture.status.value?.feeds ?? []) {
          if (feed.districtCode === null || feed.kind !== 'platform') continue;
          const { marked, since } = feedAge(feed, now);
          if (marked && since !== null) found.set(feed.districtCode, since);
        }
        setLate((before) => (same(before, found) ? before : found));
      },
      [picture],
    ),
  );
  return late;
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([code, since]) => b.get(code) === since);
}
