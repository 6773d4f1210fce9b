'use client';
import type { ReactNode } from 'react';
import styles from './page-parts.module.css';

/** A page's name and, in one sentence, what it is for. `children` stand at the right: what the page offers as a whole. */
export function PageHead({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <div>
        <h1>{title}</h1>
        <p>{says}</p>
      </div>
      {children !== undefined && <div className={styles.offers}>{children}</div>}
    </header>
  );
}
