'use client';
import { useTranslations } from 'use-intl';
import { useNames } from '../../names/use-names.ts';
import type { QueueItem } from '../order.ts';

/** What the case of a line is, and whether it endangers somebody. */
export function Category({ row }: { row: Pick<QueueItem['worst'], 'categoryKey' | 'conditionNo' | 'urgent'> }) {
  const t = useTranslations('desk.queue');
  const names = useNames();
  return (
    <>
      <b>{names.category(row.categoryKey, row.conditionNo)}</b>
      {row.urgent && <em>{t('urgent')}</em>}
    </>
  );
}
