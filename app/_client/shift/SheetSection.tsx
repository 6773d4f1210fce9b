'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Became } from '#wire/http/handover.ts';
import { SheetLines } from './SheetLines.tsx';
import type { SheetSection as Section } from './sheet-lines.ts';
import styles from './sheet.module.css';

/** What is read out; the rest is there when asked for, on paper too. */
const FIRST_LINES = 12;

type Props = Section & { known: ReadonlyMap<string, Became>; at: number; timeZone: string };

/** A part of the sheet: its name, how many, the first of them, and the others when asked for. */
export function SheetSection({ name, total, lines, known, at, timeZone }: Props) {
  const t = useTranslations('shift.sheet');
  const [whole, setWhole] = useState(false);
  const shown = whole ? lines : lines.slice(0, FIRST_LINES);
  return (
    <section className={styles.section} data-empty={total === 0} data-testid={`section-${name}`}>
      <h3>
        {t(`section.${name}`)} <b>{total}</b>
        {total > shown.length && <i>{t('first', { count: shown.length })}</i>}
      </h3>
      {total === 0 ? (
        <p className={styles.none}>{t(`none.${name}`)}</p>
      ) : (
        <SheetLines section={name} lines={shown} known={known} at={at} timeZone={timeZone} />
      )}
      {lines.length > FIRST_LINES && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          data-print="no"
        >
          {whole ? t('fewer') : t('more', { count: lines.length - FIRST_LINES })}
        </button>
      )}
    </section>
  );
}
