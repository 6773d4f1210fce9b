import styles from './sparkline.module.css';
import { sparkPoints } from './spark-points.ts';

/** A line without axes, scaled to itself, that ends in a dot: its course, not its height. */
export function Sparkline({ values, className }: { values: readonly (number | null)[]; className?: string }) {
  const points = sparkPoints(values, 52, 17);
  const last = points.at(-1);
  return (
    <svg
      viewBox="0 0 52 17"
      preserveAspectRatio="none"
      className={`${styles.spark} ${className ?? ''}`}
      aria-hidden="true"
    >
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} className={styles.line} />
      {last !== undefined && <path d={`M${last[0].toFixed(1)} ${last[1].toFixed(1)}h.01`} className={styles.end} />}
    </svg>
  );
}
