'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

/** Where what a list brings can be looked at once it is in force. */
const IN_FORCE: Readonly<Record<string, string>> = {
  catalogue: '/admin/catalogue',
  handbook: '/admin/limits',
  calendar: '/admin/calendar',
  places: '/admin/places',
  'place-successors': '/admin/places',
  departments: '/admin/departments',
  'stage-limits': '/admin/limits',
  'responsibility-grids': '/evaluation/patrol',
};

export type ListWords = {
  name: (kind: string) => string;
  says: (kind: string) => string;
  /** What putting it in force does beyond the list itself. */
  effect: (kind: string) => string;
  option: (name: string) => string;
  choice: (option: string, choice: string) => string;
  /** What a list calls a member of its entries. */
  member: (name: string) => string;
};

/** Words for lists and their options in the reader's language; what nobody named stands for itself. */
export function useListWords(): ListWords {
  const t = useTranslations('admin.lists');
  return useMemo(() => {
    const has = t.has as (key: string) => boolean;
    const say = t as unknown as (key: string) => string;
    const sayOr = (key: string, fallback: string): string => (has(key) ? say(key) : fallback);
    return {
      name: (kind) => sayOr(`kind.${kind}.name`, kind),
      says: (kind) => sayOr(`kind.${kind}.says`, t('otherSays')),
      effect: (kind) => sayOr(`kind.${kind}.effect`, t('otherEffect')),
      option: (name) => sayOr(`option.${name}`, name),
      choice: (option, choice) => sayOr(`choice.${option}.${choice === '' ? 'none' : choice}`, choice),
      member: (name) => sayOr(`member.${name}`, name),
    };
  }, [t]);
}

/** The page that shows what a list brought; null where there is none. */
export function inForceAddress(kind: string): string | null {
  return IN_FORCE[kind] ?? null;
}
