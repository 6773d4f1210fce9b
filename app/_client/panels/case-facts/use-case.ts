'use client';
import { useEffect, useState } from 'react';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { Picture } from '../../realtime/picture.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';

const AGAIN_MS = 30_000;
const AFTER_FAULT_MS = 3_000;

export type HeldCase = { number: string; detail: CaseDetailAnswer; receivedAt: number };

/** A case as the server tells it, read anew whenever it moves. Null until the first answer; what is held stays held. */
export function useCase(number: string | null): HeldCase | null {
  const picture = usePicture();
  const [held, setHeld] = useState<HeldCase | null>(null);
  useEffect(() => {
    if (number === null) return;
    return followCase(picture, number, setHeld);
  }, [picture, number]);
  return held !== null && held.number === number ? held : null;
}

function followCase(picture: Picture, number: string, hold: (held: HeldCase) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  let reading: AbortController | null = null;
  const read = async (): Promise<void> => {
    clearTimeout(timer);
    reading?.abort();
    const own = new AbortController();
    reading = own;
    let wait = AGAIN_MS;
    try {
      const answer = await fetch(`/api/v1/cases/${encodeURIComponent(number)}`, { signal: own.signal });
      if (answer.ok) hold({ number, detail: (await answer.json()) as CaseDetailAnswer, receivedAt: picture.now() });
    } catch (error) {
      if (own.signal.aborted) return;
      // The picture stands as it is until the server answers again.
      console.info(`case ${number} could not be read`, error);
      wait = AFTER_FAULT_MS;
    }
    if (!ended && reading === own) timer = setTimeout(() => void read(), wait);
  };
  const stops = [
    picture.notices.follow((notice) => {
      if (notice.caseNumber === number) void read();
    }),
    picture.notices.onBegun(() => void read()),
  ];
  void read();
  return () => {
    ended = true;
    clearTimeout(timer);
    reading?.abort();
    for (const stop of stops) stop();
  };
}
