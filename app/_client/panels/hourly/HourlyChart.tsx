import { countText } from '../../i18n/numbers.ts';
import type { HourlyDrawing } from './hourly-drawing.ts';
import styles from './hourly.module.css';

/** Draws the hours as SVG: as sharp on a 4K wall as on a desk, and without a library of charts. `u` in px. */
export function HourlyChart({ drawing, u }: { drawing: HourlyDrawing; u: number }) {
  const { rules, hours, lines, dots, left, right, foot } = drawing;
  return (
    <svg className={styles.drawing} aria-hidden="true">
      {rules.map(({ y, value }) => (
        <g key={value}>
          <path className={styles.rule} d={`M${left} ${y.toFixed(1)}H${right}`} />
          <text x={left - 0.7 * u} y={y} textAnchor="end" dominantBaseline="central">
            {countText(value)}
          </text>
        </g>
      ))}
      {hours.map(({ x, hour, anchor }) => (
        <text key={hour} x={x} y={foot + 0.7 * u} textAnchor={anchor} dominantBaseline="hanging">
          {hour}
        </text>
      ))}
      {lines.map(({ name, points }) => (
        <polyline
          key={name}
          className={styles.line}
          data-line={name}
          points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      {dots.map(({ name, at: [x, y] }) => (
        <circle key={name} className={styles.dot} data-line={name} cx={x.toFixed(1)} cy={y.toFixed(1)} r={0.45 * u} />
      ))}
    </svg>
  );
}
