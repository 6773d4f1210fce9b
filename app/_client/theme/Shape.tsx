import { SHAPE_PATH, SHAPE_RING, type ShapeKind } from './shapes.ts';
import styles from './shape.module.css';

type Props = {
  kind: ShapeKind;
  /** Number in it; the same on lane and map. */
  no?: number;
  /** Nobody has taken it: a second ring that pulses. */
  untaken?: boolean;
  className?: string;
};

/** A state's shape as an inline picture of one em. */
export function Shape({ kind, no, untaken = false, className }: Props) {
  return (
    <svg viewBox="-1 -1 2 2" className={`${styles.shape} ${className ?? ''}`} aria-hidden="true">
      <ShapeMarks kind={kind} no={no} untaken={untaken} size={no === undefined ? 1.5 : 1.62} />
    </svg>
  );
}

/** The marks alone, around the origin, `size` across, for use inside a larger drawing. */
export function ShapeMarks({
  kind,
  no,
  untaken = false,
  size,
  keyline = 0,
  numberSize,
}: Props & { size: number; keyline?: number; numberSize?: number }) {
  const colour = styles[kind];
  return (
    <g className={colour} data-shape={kind}>
      {untaken && (
        <path
          d={SHAPE_RING[kind]}
          transform={`scale(${size})`}
          className={styles.ring}
          vectorEffect="non-scaling-stroke"
          style={{ strokeWidth: 'max(1px, calc(0.24 * var(--u)))' }}
        />
      )}
      <path
        d={SHAPE_PATH[kind]}
        transform={`scale(${size})`}
        className={styles.body}
        style={{ strokeWidth: keyline / size }}
      />
      {no !== undefined && (
        <text className={styles.number} fontSize={numberSize ?? size * (no > 9 ? 0.56 : 0.58)} y={size * 0.02}>
          {no}
        </text>
      )}
    </g>
  );
}
