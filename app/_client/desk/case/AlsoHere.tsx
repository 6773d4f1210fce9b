'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Presence } from '#wire/presence.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import styles from './case.module.css';

/** Who else has this case open now. */
export function AlsoHere({ caseId }: { caseId: number }) {
  const t = useTranslations('desk.case');
  const { me, picture } = useDesk();
  const read = useCallback(
    ({ value }: { value: Presence | null }) =>
      (value?.people ?? [])
        .filter((person) => person.id !== me.id && person.caseIds.includes(caseId))
        .map(({ name }) => name)
        .join('、'),
    [me.id, caseId],
  );
  const names = useSummary(picture.presence, read, 0);
  if (names === '') return null;
  return (
    <span className={styles.alsoHere} data-testid="also-here">
      {t('alsoHere', { names })}
    </span>
  );
}
