'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { WhyNot } from '../keys/why-not.ts';

/** Says why a command can do nothing now. */
export function useWhyWords(): (why: WhyNot) => string {
  const t = useTranslations('desk.palette.why');
  const closes = useTranslations('desk.closed');
  const stages = useTranslations('desk.stage');
  return useCallback(
    (why) => {
      if (why.kind === 'own') return t(why.why, { name: why.name ?? '' });
      const { reason } = why;
      return reason.why === 'stage' ? closes('stage', { stage: stages(reason.stage) }) : closes(reason.why);
    },
    [t, closes, stages],
  );
}
