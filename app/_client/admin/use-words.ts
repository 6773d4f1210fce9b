'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** The code systems that have a name of their own on these pages. A dot cannot be part of a message's key. */
const SYSTEM_KEYS: Readonly<Record<string, 'national2013' | 'national2026' | 'national2007' | 'boston311'>> = {
  'gbt30428.2-2013': 'national2013',
  'gbt47678.5-2026': 'national2026',
  'cjt214-2007': 'national2007',
  boston311: 'boston311',
};

/** Names a code system as people call it; one that nobody named here stands for itself. */
export function useSystemName(): (system: string) => string {
  const t = useTranslations('admin.system');
  return useCallback(
    (system: string) => {
      const key = SYSTEM_KEYS[system];
      return key === undefined ? system || t('none') : t(key);
    },
    [t],
  );
}
