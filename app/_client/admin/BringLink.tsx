'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ListsAnswer } from './lists/list-answers.ts';
import { useAnswer } from '../frame/use-answer.ts';
import parts from '../frame/page-parts.module.css';

/** The way from what is in force to bringing another; shown where this server takes such a list. */
export function BringLink({ kind }: { kind: string }) {
  const t = useTranslations('admin');
  const [asked] = useAnswer<ListsAnswer>('/api/v1/lists');
  if (asked.state !== 'ready' || !asked.answer.lists.some(({ id }) => id === kind)) return null;
  return (
    <Link href={`/admin/lists/${kind}`} prefetch={false} className={parts.button} data-testid="bring">
      {t('bring')}
    </Link>
  );
}
