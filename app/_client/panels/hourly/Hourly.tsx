'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { createChart, type Chart } from '../../charts/chart.ts';
import { hourOfDay } from '../../i18n/instants.ts';
import { countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useUnit } from '../../theme/use-unit.ts';
import { hourlyOption } from './hourly-option.ts';
import styles from './hourly.module.css';

const select = ({ hourly, reportedToday, closedToday, at }: Figures) => ({
  ...hourly,
  reportedToday,
  closedToday,
  // The hour moves on by itself; a minute is close enough and keeps the view still in between.
  minute: Math.floor(at / 60_000) * 60_000,
});

/** Cases in and out for every hour of the day, and the sums so far. */
export function Hourly() {
  const t = useTranslations('wall.hourly');
  const view = useFrame(usePicture().figures, select);
  const zone = useTimeZone();
  const u = useUnit();
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
    if (view === null) return;
    chart.current?.setOption(hourlyOption({ ...view, hourNow: hourOfDay(view.minute, zone), u }), { notMerge: true });
  }, [view, zone, u]);
  return (
    <section className={styles.hourly} data-testid="hourly" data-feed="cases">
      <h2>
        {t('title')}
        {view !== null && (
          <span>
            <b data-testid="reported-today">{t('in', { count: countText(view.reportedToday) })}</b>
            <i data-testid="closed-today">{t('out', { count: countText(view.closedToday) })}</i>
          </span>
        )}
      </h2>
      <div ref={box} className={styles.chart} />
    </section>
  );
}
