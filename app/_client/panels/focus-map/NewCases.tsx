'use client';
import { useEffect, useState } from 'react';
import { NO_POSITION } from '#wire/columns.ts';
import type { Camera } from '../../map/camera.ts';
import { useView } from '../../map/use-view.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import styles from './focus-map.module.css';

const KEPT_MS = 20_000;
const MOST = 8;
/** A row that has not come by then is not ours to see. */
const ROW_COMES_WITHIN_MS = 5_000;

type NewCase = { id: number; lon: number; lat: number; at: number };
/** Cases just reported: one ripple of 0.6 s, then a quiet ring until they are no longer news. */
export function NewCases({ camera }: { camera: Camera }) {
  const picture = usePicture();
  const [shown, setShown] = useState<readonly NewCase[]>([]);
  const view = useView(camera);

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (act: () => void, ms: number): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
    };
    const show = (id: number): void => {
      const row = picture.cases.rowOf(id);
      const { lon, lat } = picture.cases.columns;
      if (row < 0 || lon[row] === NO_POSITION) return;
      const added = { id, lon: (lon[row] as number) / 1e6, lat: (lat[row] as number) / 1e6, at: performance.now() };
      setShown((before) => [...before.filter((one) => one.id !== id), added].slice(-MOST));
      later(() => setShown((before) => before.filter((one) => one.id !== id)), KEPT_MS);
    };
    // The news may come before the columns do: it is shown with them.
    const awaited = new Set<number>();
    const stopRows = picture.cases.subscribe(() => {
      for (const id of awaited) if (picture.cases.rowOf(id) >= 0 && awaited.delete(id)) show(id);
    });
    const stop = picture.notices.follow((notice) => {
      if (notice.kind !== 'reported') return;
      const { caseId } = notice;
      if (picture.cases.rowOf(caseId) >= 0) show(caseId);
      else {
        awaited.add(caseId);
        later(() => awaited.delete(caseId), ROW_COMES_WITHIN_MS);
      }
    });
    return () => {
      stop();
      stopRows();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [picture]);

  return (
    <svg className={styles.overlay} aria-hidden="true" data-testid="new-cases">
      {shown.map(({ id, lon, lat }) => {
        const [x, y] = view.project(lon, lat);
        return (
          <g key={id} transform={`translate(${x} ${y})`} data-state="new">
            <circle className={styles.ripple} />
            <circle className={styles.newRing} />
            <circle className={styles.newDot} />
          </g>
        );
      })}
    </svg>
  );
}
