'use client';
import { useTranslations } from 'use-intl';
import type { RequestRow } from '#wire/waiting.ts';
import { useNames } from '../../names/use-names.ts';
import { Category } from './Category.tsx';
import styles from '../queue.module.css';

/** What is asked for on which case; who asks it, where and why. */
export function RequestWords({ row }: { row: RequestRow }) {
  const kinds = useTranslations('desk.request');
  const names = useNames();
  return (
    <>
      <span className={styles.what}>
        <span className={styles.kind}>{kinds(row.kind)}</span>
        <Category row={row} />
      </span>
      <span className={styles.where} title={row.reason}>
        {names.area(row.districtCode, row.subdistrictCode)} · {row.by} · {row.reason}
      </span>
    </>
  );
}
