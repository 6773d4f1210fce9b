'use client';
import type { Grade } from '#domain/indicator/grade.ts';
import { gradeColour } from '../grades.ts';
import styles from './tables.module.css';

/** A grade's letter on its colour. */
export function GradeMark({ grade }: { grade: Grade | null }) {
  if (grade === null) return <span className={styles.unranked}>–</span>;
  return (
    <span className={styles.grade} style={{ background: gradeColour(grade) ?? undefined }}>
      {grade}
    </span>
  );
}
