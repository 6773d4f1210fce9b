'use client';
import { useTranslations } from 'use-intl';
import { PERSON_ROLES } from '#wire/http/accounts.ts';
import type { PersonRole } from './account-calls.ts';

/** Every role that a person can have, and what it is called here. */
export function useRoleName(): { roles: readonly PersonRole[]; nameOf: (role: PersonRole) => string } {
  const t = useTranslations('desk.role');
  return { roles: PERSON_ROLES, nameOf: (role) => t(role) };
}
