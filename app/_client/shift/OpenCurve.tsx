import { useTranslations } from 'use-intl';
import styles from './then.module.css';

const WIDE = 288;
const HIGH = 40;

/** How much stood open all day, and where in it the page stands. */
export function OpenCurve({ open, step }: { open: Uint32Array; step: number }) {
  const t = useTranslations('shift.then');
  const most = Math.max(1, ...open);
  const least = Math.min(...open);
  const span = Math.max(1, most - least);
  const points = Array.from(open, (count, index) => `${index},${HIGH - ((count - least) / span) * (HIGH - 4) - 2}`);
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('curve', { least, most })}
    >
      <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
      <line x1={step} x2={step} y1="0" y2={HIGH} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
