import { ShapeMarks } from '../../theme/Shape.tsx';
import { COUNTS_APART, countsWidth, type CityLabel } from './city-labels.ts';
import styles from './city-map.module.css';

const LINE = 2.35;

/** A district's name with its counts, around the middle of the label. */
export function CityLabelMark({ label, u }: { label: CityLabel; u: number }) {
  const { x, y, name, nameWidth, asOf, timedOut, supervised, oneLine } = label;
  const countWidth = countsWidth(timedOut, supervised) * u;
  if (oneLine) {
    const left = x - (nameWidth + 0.9 * u + countWidth) / 2;
    return (
      <g className={styles.label} data-testid={`city-label-${label.code}`}>
        <text x={left} y={y} className={styles.start}>
          {name}
        </text>
        <Counts x={left + nameWidth + 0.9 * u} y={y} timedOut={timedOut} supervised={supervised} u={u} />
      </g>
    );
  }
  const lines = 1 + (asOf === '' ? 0 : 1) + (timedOut === 0 ? 0 : 1);
  const at = (line: number): number => y + (line - (lines - 1) / 2) * LINE * u;
  return (
    <g className={styles.label} data-late={asOf === '' ? undefined : ''} data-testid={`city-label-${label.code}`}>
      <text x={x} y={at(0)}>
        {name}
      </text>
      {asOf !== '' && (
        <text x={x} y={at(1)} className={styles.asOf} data-state="late">
          {asOf}
        </text>
      )}
      {timedOut > 0 && (
        <Counts x={x - countWidth / 2} y={at(lines - 1)} timedOut={timedOut} supervised={supervised} u={u} />
      )}
    </g>
  );
}

function Counts({
  x,
  y,
  timedOut,
  supervised,
  u,
}: {
  x: number;
  y: number;
  timedOut: number;
  supervised: number;
  u: number;
}) {
  if (timedOut === 0) return null;
  const second = x + (countsWidth(timedOut, 0) + COUNTS_APART) * u;
  return (
    <>
      <g transform={`translate(${x + 0.75 * u} ${y})`}>
        <ShapeMarks kind="out" size={1.5 * u} keyline={0.3 * u} />
      </g>
      <text x={x + 1.8 * u} y={y} className={styles.start}>
        {timedOut}
      </text>
      {supervised > 0 && (
        <>
          <g transform={`translate(${second + 0.9 * u} ${y})`}>
            <ShapeMarks kind="sup" size={1.4 * u} keyline={0.3 * u} />
          </g>
          <text x={second + 1.9 * u} y={y} className={styles.start}>
            {supervised}
          </text>
        </>
      )}
    </>
  );
}
