'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { DEFAULT_RULES, type CaseRules } from '#domain/case/rules.ts';
import type { ChangedValue } from '../settings/SettingHistory.tsx';
import { useLevelLine } from './use-level-line.ts';
import { writtenLevels } from './written-rule.ts';

/** Says a change of a rule in words: `Command: two-level command → one-level command`. */
export function useRuleLine(): (value: ChangedValue) => string {
  const t = useTranslations('rules');
  const settings = useTranslations('settings');
  const levelLine = useLevelLine();
  return useCallback(
    ({ name, was, is }: ChangedValue) => {
      const say = (value: ChangedValue['is']): string => {
        if (value === null) return settings('unknown');
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
        if (name === 'supervisionLevels') return writtenLevels(value).map(levelLine).join(' · ');
        return value === 'one-level' || value === 'two-level' ? t(`commandBrief.${value}`) : String(value);
      };
      const known = Object.keys(DEFAULT_RULES).includes(name);
      const what = known ? t(name as keyof CaseRules) : name;
      return settings('fromTo', { what, was: say(was), is: say(is) });
    },
    [t, settings, levelLine],
  );
}
