'use client';
import type { RefObject } from 'react';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useCredits } from '../map/use-credits.ts';
import styles from './area-map.module.css';

type Props = {
  label: string;
  box: RefObject<HTMLDivElement | null>;
  /** Whether the map stands. */
  ready: boolean;
  /** Said before the credits of the ground. */
  says?: string;
  className?: string;
  testId: string;
};

/** Where a page's map stands, with whose ground it is. */
export function MapBox({ label, box, ready, says = '', className = '', testId }: Props) {
  const { language } = useLanguage();
  const credits = useCredits();
  return (
    <div
      className={`${styles.box} ${className}`}
      role="group"
      aria-label={label}
      data-testid={testId}
      data-ready={ready}
    >
      <div ref={box} className={styles.canvas} />
      <p className={styles.credit}>{[says, credits?.brief[language]].filter(Boolean).join(' · ')}</p>
    </div>
  );
}
