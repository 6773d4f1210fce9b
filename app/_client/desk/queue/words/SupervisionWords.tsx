'use client';
import type { SupervisionRow } from '#wire/waiting.ts';
import { levelName } from '#domain/case/supervision-level.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { useLevels } from '../../names/use-levels.ts';
import { useNames } from '../../names/use-names.ts';
import { Category } from './Category.tsx';
import styles from '../queue.module.css';

/** How weighty it is and on which case; who owes the reply, who demands it and why. */
export function SupervisionWords({ row }: { row: SupervisionRow }) {
  const { language } = useLanguage();
  const names = useNames();
  const levels = useLevels();
  const owes = names.department(row.department);
  return (
    <>
      <span className={styles.what}>
        <span className={styles.kind}>{levelName(row.level, levels)[language]}</span>
        <Category row={row} />
      </span>
      <span className={styles.where} title={row.reason}>
        {names.area(row.districtCode, row.subdistrictCode)}
        {owes === null ? '' : ` · ${owes}`} · {row.by} · {row.reason}
      </span>
    </>
  );
}
