'use client';
import { useId } from 'react';
import type { Rect } from '#domain/wall/wall.ts';
import styles from './canvas.module.css';

/** Hatches whatever of a wall is no lit area. */
export function BezelShade({ screens, bounds }: { screens: readonly Rect[]; bounds: Rect }) {
  const id = useId();
  const { x, y, width, height } = bounds;
  const step = Math.max(width, height) / 160;
  const boxes = [bounds, ...screens].map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`);
  return (
    <svg
      className={styles.bezels}
      viewBox={`${x} ${y} ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={step} height={step} fill="#000" />
        <rect width={step / 3} height={step} fill="var(--dist)" />
      </pattern>
      <path d={boxes.join('')} fillRule="evenodd" fill={`url(#${id})`} />
    </svg>
  );
}
