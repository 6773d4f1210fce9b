'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import { ALERT_TAKERS } from '#wire/http/access.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { useShiftStart } from './ShiftStartProvider.tsx';
import styles from './handover.module.css';

/** The ways to the shift's papers: what it started from, and what happened. */
export function HandoverButton() {
  const t = useTranslations('shift.desk');
  const desk = useDesk();
  if (!ALERT_TAKERS.some((role) => role === desk.me.role)) return null;
  return (
    <>
      <Paper />
      <Link
        id="desk-history"
        prefetch={false}
        className={`${styles.button} ${styles.history}`}
        href="/shift/history"
        target="citywall-shift"
        aria-keyshortcuts="Shift+B"
      >
        {t('history')}
      </Link>
    </>
  );
}

/** What the shift started from and how much of it is open; before that, who waits to be taken over from. */
function Paper(): ReactNode {
  const t = useTranslations('shift.desk');
  const desk = useDesk();
  const { handover, waiting } = useStored(useShiftStart(), 0);
  const { handover: shown } = useStored(desk.view, 0);
  const [first] = waiting;
  if (first !== undefined) {
    return (
      <a
        id="desk-handover"
        className={styles.button}
        data-waits="true"
        href={`/shift/${first.id}`}
        target="citywall-shift"
        data-testid="handover-waits"
      >
        {t('waits', { name: first.leaves.name })}
      </a>
    );
  }
  if (handover === null) {
    return (
      <Link
        id="desk-handover"
        prefetch={false}
        className={styles.button}
        href="/shift"
        target="citywall-shift"
        aria-keyshortcuts="Shift+H"
      >
        {t('title')}
      </Link>
    );
  }
  return (
    <button
      id="desk-handover"
      type="button"
      className={styles.button}
      aria-pressed={shown}
      aria-keyshortcuts="Shift+H"
      onClick={() => desk.fold({ handover: !shown })}
      data-testid="handover-button"
    >
      {t('title')} {t('open', { count: handover.now.open })}
    </button>
  );
}
