'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { ChangedValue } from '../settings/SettingHistory.tsx';

/** Says a change of a setting in words: `Denominator of the rework rate: disposed → closures due`. */
export function useSettingLine(definitions: IndicatorsAnswer | null): (value: ChangedValue) => string {
  const t = useTranslations('indicators');
  const settings = useTranslations('settings');
  const { language } = useLanguage();
  return useCallback(
    ({ name, was, is }: ChangedValue) => {
      const setting = definitions?.settings.find((one) => one.name === name);
      const say = (value: ChangedValue['is']): string => {
        if (value === null) return settings('unknown');
        return setting?.choices.find((choice) => choice.value === value)?.[language] ?? String(value);
      };
      const own = name === 'grades' || name === 'leastSample' ? t(name) : name;
      return settings('fromTo', { what: setting?.question[language] ?? own, was: say(was), is: say(is) });
    },
    [definitions, language, t, settings],
  );
}
