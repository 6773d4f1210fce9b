'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { PostLevel } from '#domain/account/post.ts';
import type { SupervisionLevel } from '#domain/case/supervision-level.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';

/** Says a level with who raises it: `2 priority (shift lead: city; leader: subdistrict up)`. */
export function useLevelLine(): (level: SupervisionLevel, index: number) => string {
  const t = useTranslations('rules.supervision');
  const { language } = useLanguage();
  return useCallback(
    ({ from, replyHours, ...names }, index) => {
      const reach = (level: PostLevel | null): string => (level === null ? t('nobody') : t(`from.${level}`));
      const posts = { duty: reach(from['duty-officer']), leader: reach(from.leader) };
      const line = t('line', { no: index + 1, name: names[language], ...posts });
      return replyHours === null ? line : `${line} ${t('within', { hours: replyHours })}`;
    },
    [t, language],
  );
}
