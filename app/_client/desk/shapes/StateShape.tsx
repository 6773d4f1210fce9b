import type { CSSProperties } from 'react';
import styles from './state-shape.module.css';

/** Shapes that go with the state colours; each means the same on every screen. */
export const SHAPES = ['timed-out', 'due-soon', 'supervised', 'calm', 'ended', 'changed'] as const;
export type Shape = (typeof SHAPES)[number];

const PATHS: Record<Shape, { d: string; fill: boolean }> = {
  'timed-out': { d: 'M8 .8 15.2 8 8 15.2.8 8z', fill: true },
  'due-soon': { d: 'M8 1.8 15 14H1z', fill: true },
  supervised: { d: 'M2 2h12v12H2z', fill: true },
  calm: { d: 'M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4z', fill: false },
  ended: { d: 'M3 8.4 6.6 12 13 4.4', fill: false },
  changed: { d: 'M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4z', fill: true },
};

/** One state as shape and colour; the word stands beside it or in `label`. */
export function StateShape({ shape, label, size }: { shape: Shape; label?: string; size?: string }) {
  const { d, fill } = PATHS[shape];
  const style: CSSProperties | undefined = size === undefined ? undefined : { width: size, height: size };
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg viewBox="0 0 16 16" className={styles.shape} data-shape={shape} style={style} {...named}>
      <path d={d} fill={fill ? 'currentColor' : 'none'} stroke={fill ? 'none' : 'currentColor'} strokeWidth="1.8" />
    </svg>
  );
}
