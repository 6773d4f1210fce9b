'use client';
import { useTranslations } from 'use-intl';
import { Refused } from '../../frame/answer.ts';

/** The fields that a refusal names, each with words of its own. */
const FIELDS = ['username', 'name', 'role', 'scope', 'department'] as const;

/** What the server refused, in the reader's language where the field is known, else in the server's words. */
export function useRefusalText(): (error: unknown) => string {
  const t = useTranslations('people.refused');
  return (error) => {
    if (!(error instanceof Refused)) return t('offline');
    const field = FIELDS.find((one) => one === error.problem?.at?.field);
    return field === undefined ? t('other', { why: error.message }) : t(field);
  };
}
