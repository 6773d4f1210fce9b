'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useClosedWords } from '../acts/use-closed-words.ts';
import type { WhyNot } from '../keys/why-not.ts';

/** Says why a command can do nothing now. */
export function useWhyWords(): (why: WhyNot) => string {
  const t = useTranslations('desk.palette.why');
  const closed = useClosedWords();
  return useCallback(
    (why) => (why.kind === 'own' ? t(why.why, { name: why.name ?? '' }) : closed(why.reason)),
    [t, closed],
  );
}
