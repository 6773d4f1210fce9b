'use client';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { instantOfStep } from '#domain/wall/replay.ts';
import { useAnswer } from '../frame/use-answer.ts';
import type { ReplayFilm } from '../replay/replay-film.ts';
import { drawPast, openAt, outlinesOf, type PlacesWithLines } from './past-drawing.ts';
import styles from './then.module.css';

type Props = {
  film: ReplayFilm;
  step: number;
  place: string;
  /** Where the case lies that is asked about. */
  chosen: { lon: number; lat: number } | null;
};

/** What was open and what was out of time at one step of a past day, on the outlines of its places. */
export function PastMap({ film, step, place, chosen }: Props) {
  const t = useTranslations('shift.then');
  const canvas = useRef<HTMLCanvasElement>(null);
  const asked = place === '' ? 'level=district' : `parent=${place}`;
  const [places] = useAnswer<PlacesWithLines>(`/api/v1/places?${asked}&geometry=1`);
  const answer = places.state === 'ready' ? places.answer : null;
  const outlines = useMemo(() => (answer === null ? [] : outlinesOf(answer)), [answer]);
  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null || outlines.length === 0) return;
    const draw = (): void => {
      film.moveTo(step);
      const { columns } = film;
      const open = openAt(columns, instantOfStep(columns, step)).map(
        (row) => [(columns.lon[row] as number) / 1e6, (columns.lat[row] as number) / 1e6] as const,
      );
      const pairs = film.outOfTime();
      const out = Array.from({ length: pairs.length / 2 }, (_, index) => {
        return [pairs[2 * index] as number, pairs[2 * index + 1] as number] as const;
      });
      drawPast(sheet, outlines, { open, out, chosen: chosen === null ? null : [chosen.lon, chosen.lat] });
    };
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(sheet);
    return () => watch.disconnect();
  }, [film, step, outlines, chosen]);
  return <canvas ref={canvas} className={styles.map} role="img" aria-label={t('map')} />;
}
