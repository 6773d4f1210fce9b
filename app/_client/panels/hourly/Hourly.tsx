'use client';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { hourOfDay } from '../../i18n/instants.ts';
import { countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useUnit } from '../../theme/use-unit.ts';
import { useSize } from '../city-map/use-size.ts';
import { HourlyChart } from './HourlyChart.tsx';
import { hourlyDrawing } from './hourly-drawing.ts';
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
  const { width, height } = useSize(box);
  const drawing = useMemo(() => {
    if (view === null || width === 0 || height === 0) return null;
    return hourlyDrawing({ ...view, hourNow: hourOfDay(view.minute, zone) }, width, height, u);
  }, [view, zone, width, height, u]);
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
      <div ref={box} className={styles.chart}>
        {drawing !== null && <HourlyChart drawing={drawing} u={u} />}
      </div>
    </section>
  );
}
