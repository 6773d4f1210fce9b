'use client';
import { countText, percentText } from '../../i18n/numbers.ts';
import styles from './patrol.module.css';

/** A share as a bar, its percent and what it is of: `▇▇▁ 62.5% 15/24`. */
export function ShareBar({ share, of, visited }: { share: number | null; of: number; visited: number }) {
  if (share === null) return <>–</>;
  return (
    <span className={styles.share}>
      <i aria-hidden="true">
        <b style={{ width: `${share * 100}%` }} />
      </i>
      <span>{percentText(share, 1)}%</span>
      <small>
        {countText(visited)}/{countText(of)}
      </small>
    </span>
  );
}
