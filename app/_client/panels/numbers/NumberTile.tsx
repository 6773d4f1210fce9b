import type { ReactNode } from 'react';
import { RollingNumber } from './RollingNumber.tsx';
import styles from './numbers.module.css';

type Props = {
  name: string;
  label: string;
  value: number | null;
  text: (value: number) => string;
  caption: string;
  icon?: ReactNode;
  unit?: string;
  /** Beyond its line: coloured, underlined by a bar, and said in the caption. */
  mark?: 'amber' | 'red';
};

const MARK_STATE = { amber: 'warn', red: 'out' } as const;

/** One of the big numbers, with its name above and what to hold it against below. */
export function NumberTile({ name, label, value, text, caption, icon, unit, mark }: Props) {
  return (
    <div
      className={`${styles.tile} ${mark === undefined ? '' : styles[mark]}`}
      data-state={mark === undefined ? undefined : MARK_STATE[mark]}
      data-testid={`number-${name}`}
    >
      <p className={styles.label}>
        {icon}
        {label}
      </p>
      <p className={styles.value}>
        {value === null ? <span>–</span> : <RollingNumber value={value} text={text} testId={`value-${name}`} />}
        {unit !== undefined && value !== null && <i>{unit}</i>}
      </p>
      <p className={styles.caption}>{caption}</p>
    </div>
  );
}
