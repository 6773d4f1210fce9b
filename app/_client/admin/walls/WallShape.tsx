'use client';
import { boundsOf, type Screen } from '#domain/wall/wall.ts';
import styles from './walls.module.css';

/** How a wall hangs, small: its screens to scale. */
export function WallShape({ screens, label }: { screens: readonly Screen[]; label: string }) {
  if (screens.length === 0) return <p className={styles.unmeasured}>{label}</p>;
  const { x, y, width, height } = boundsOf(screens);
  const edge = Math.max(width, height) / 100;
  const box = `${x - edge} ${y - edge} ${width + 2 * edge} ${height + 2 * edge}`;
  return (
    <svg className={styles.shape} viewBox={box} role="img" aria-label={label}>
      {screens.map((screen, index) => (
        <g key={`${index}-${screen.id}`}>
          <rect x={screen.x} y={screen.y} width={screen.width} height={screen.height} />
          <text
            x={screen.x + screen.width / 2}
            y={screen.y + screen.height / 2}
            fontSize={Math.min(screen.width, screen.height) * 0.32}
          >
            {screen.id}
          </text>
        </g>
      ))}
    </svg>
  );
}
