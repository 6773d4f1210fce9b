'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { ClosedReason } from './closed-reason.ts';

/** Says why a move is not possible now, and who may make it where the officer's own post may not. */
export function useClosedWords(): (reason: ClosedReason) => string {
  const t = useTranslations('desk.closed');
  const stages = useTranslations('desk.stage');
  const roles = useTranslations('desk.role');
  const { language } = useLanguage();
  return useCallback(
    (reason) => {
      if (reason.why === 'stage') return t('stage', { stage: stages(reason.stage) });
      if (reason.why !== 'post') return t(reason.why);
      return t('post', { posts: reason.posts.map((role) => roles(role)).join(language === 'zh' ? '、' : ', ') });
    },
    [t, stages, roles, language],
  );
}
