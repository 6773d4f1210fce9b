'use client';
import { useEffect, useRef } from 'react';
import type { SeriesAnswer } from '#wire/http/evaluation.ts';
import { createChart, type Chart } from '../../charts/chart.ts';
import { seriesOption } from './series-option.ts';
import styles from './series.module.css';

/** The size of the chart's type beside the page's. */
const TYPE_REM = 0.87;

/** One indicator over time as a line; the table beside it says the same in figures. */
export default function SeriesChart({
  answer,
  percent,
  label,
}: {
  answer: SeriesAnswer;
  percent: boolean;
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const made = createChart(box.current);
    chart.current = made;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    chart.current?.setOption(seriesOption(answer.points, percent, Math.round(type * TYPE_REM)), { notMerge: true });
  }, [answer, percent]);
  return <div ref={box} className={styles.chart} role="img" aria-label={label} data-testid="series-chart" />;
}
